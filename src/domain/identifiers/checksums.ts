/** Whether digits pass the check of Luhn. */
function isLuhn(digits: string): boolean {
  let sum = 0;
  for (const [index, digit] of [...digits].toReversed().entries()) {
    const doubled = Number(digit) * (index % 2 === 0 ? 1 : 2);
    sum += doubled > 9 ? doubled - 9 : doubled;
  }
  return sum % 10 === 0;
}

/** Whether a text is the number of a payment card: 15 or 16 digits that pass the check of Luhn. */
export function isCardNumber(text: string): boolean {
  const digits = text.replaceAll(/\D/g, '');
  return digits.length >= 15 && digits.length <= 16 && isLuhn(digits);
}

/** Whether a text passes the check of an international bank account number, ISO 13616. */
export function isIban(text: string): boolean {
  const bare = text.replaceAll(' ', '');
  if (bare.length < 15 || bare.length > 34) return false;
  let rest = 0;
  for (const character of bare.slice(4) + bare.slice(0, 4)) {
    const value = Number.parseInt(character, 36);
    rest = (rest * (value > 9 ? 100 : 10) + value) % 97;
  }
  return rest === 1;
}

const VIN_LETTERS: Readonly<Record<string, number>> = Object.fromEntries(
  ['AJ', 'BKS', 'CLT', 'DMU', 'ENV', 'FW', 'GPX', 'HY', 'RZ'].flatMap((letters, index) =>
    [...letters].map((letter) => [letter, letter === 'R' || letter === 'Z' ? 9 : index + 1]),
  ),
);
const VIN_WEIGHTS = [8, 7, 6, 5, 4, 3, 2, 10, 0, 9, 8, 7, 6, 5, 4, 3, 2];

/** Whether 17 letters and digits pass the check of a vehicle identification number, 49 CFR 565. */
export function isVin(text: string): boolean {
  if (!/\d/.test(text) || text.replaceAll(/\d/g, '').length < 3) return false;
  const sum = [...text].reduce((total, character, index) => {
    const value = VIN_LETTERS[character] ?? Number(character);
    return total + value * (VIN_WEIGHTS[index] ?? 0);
  }, 0);
  return text[8] === (sum % 11 === 10 ? 'X' : String(sum % 11));
}
