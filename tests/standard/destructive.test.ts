import { describe, expect, it } from 'vitest';
import { destructionsIn } from '../../src/domain/standard/facts/destructive.ts';

const destroys = [
  'sudo rm -rf /srv/fax/in',
  'cd /tmp && rm old.img',
  'find /srv -mtime +7 -delete',
  'git push --force origin main',
  'git reset --hard HEAD~1',
  'kubectl delete pod fax-0',
  'kafka-topics.sh --topic faxes --delete',
  'rabbitmqctl purge_queue faxes',
  'patronictl failover fax-db',
  'redis-cli FLUSHALL',
  "curl -X DELETE 'https://fax.example/messages/1'",
  'curl -sS \\\n  --request DELETE https://fax.example/messages/1',
  'psql fax -c "delete from queue where id < 10"',
  'echo "drop table queue" | psql fax',
  'ssh fax-01 "sudo fax-ctl purge all"',
  'aws rds delete-db-instance --id fax',
  'dd if=/dev/zero of=/dev/sdb',
  'Remove-Item C:\\fax -Recurse',
];

const harmless = [
  'grep -c delete /var/log/fax.log',
  'psql fax -c "select count(*) from queue where state = \'deleted\'"',
  'fax-ctl park 7 --reason "do not delete this one"',
  'sudo -g drop-read ls /srv/drop',
  "systemctl list-timers 'booking-drop*' --no-pager",
  '# rm -rf is not needed here',
  'kubectl delete pod fax-0 --dry-run',
  'rsync -a /srv/a/ /srv/b/',
  'git log --oneline | grep drop',
  'sudo systemctl restart fax-worker',
  'chmod 640 /srv/fax/rm.txt',
  'tail -n 3 /var/log/purge.log',
  'fax-ctl status --format json',
];

describe('destructive commands', () => {
  it.each(destroys)('sees %s', (command) => {
    expect(destructionsIn(command, false)).not.toEqual([]);
  });

  it.each(harmless)('leaves %s', (command) => {
    expect(destructionsIn(command, false)).toEqual([]);
  });

  it('reads a statement over several lines, without its comments', () => {
    expect(destructionsIn('begin;\ndelete\nfrom queue;', true)).toMatchObject([{ offset: 7 }]);
    expect(destructionsIn('-- drop table queue\nselect 1;', true)).toEqual([]);
    expect(destructionsIn("select count(*) from t where s = 'purge';", true)).toEqual([]);
  });
});
