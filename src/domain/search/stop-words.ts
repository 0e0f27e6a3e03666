/** Words that stand in every text and in no answer. Those that say something on call are not here: no, not, down, up, out, off. */
export const stopWords: ReadonlySet<string> = new Set(
  `a about after all also am an and any anybody anyone are as at be because been being but by can cannot could did do
  does doing done for from get gets getting got had has have having he help her him his how i if in into is it its just
  keep keeps know let like look make many may maybe me might mine more most much must my need needs of on or our please
  she should so some somebody someone something still such tell than that the their them then there these they thing
  things this those to too us use used using very want was way we were what when where which while who whom whose why
  will with without would you your t s d m ll re ve don doesn isn aren won can't don't doesn't isn't i'm it's
  keeps happens happening mean means via per go goes going`.split(/\s+/),
);
