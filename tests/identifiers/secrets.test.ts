import { describe, expect, test } from 'vitest';
import { blanked } from '../../src/domain/identifiers/mask.ts';
import { SECRETS, unwantedIn } from '../../src/domain/identifiers/secrets.ts';

const kinds = (text: string): string[] => unwantedIn(text, SECRETS).map(({ kind }) => kind);
const basic = (login: string): string => Buffer.from(login).toString('base64');
const drawn = 'q7RtZ2mVx9LdK4wYb8NcHs3P';

describe('a value that opens something', () => {
  test.each([
    'password: wetHarbor91',
    'password: "Kestrel!Tide91"',
    '- **Password:** Kestrel-Tide-91',
    '| Password | Kestrel-Tide-91 |',
    "spring.datasource.password='Kestrel#91tide'",
    'PGPASSWORD=Kestrel-91tide psql -h db-01',
    'export DB_PASSWORD=kestrel91tide',
    '"client_secret": "Kx8Q~f3LmN0pRsTuVwXyZ1"',
    'The password of the intake queue is Kestrel-Tide-91.',
    'Its password is `Kestrel-Tide-91`',
    'curl -s -u intake:Kestrel-91tide https://lab.example/feed',
    'curl --user "intake:Kestrel-91tide" https://lab.example',
    `Authorization: Basic ${basic('intake:Kestrel-91tide')}`,
    `Authorization: Bearer ${drawn}`,
    `api_key = ${drawn}`,
    `aws_secret_access_key = ${drawn}`,
    `access-token: ${drawn}`,
  ])('%s', (text) => {
    expect(kinds(text)).toHaveLength(1);
  });
});

describe('what stands where a value would', () => {
  test.each([
    'password: <password>',
    'password: $DB_PASSWORD',
    `password: \${DB_PASSWORD1}`,
    'password: {{ vault_db_password_1 }}',
    'password: %(db_pass1)s',
    'password: ********',
    'password: xxxxxxxx',
    'password: changeme1',
    'password: Password123',
    'password: example-Pass-1',
    'password: required since 2024',
    'password: 2026-03-01',
    'password: vault/kv/lab-feed/2026',
    'password: secret/data/lab#password1',
    'password: op://platform/lab-feed-2/password',
    'password: lab-feed-2026',
    'password = os.environ["DB_PASSWORD_1"]',
    'password = process.env.DB_PASSWORD1',
    'password = settings.db1.password',
    'password: get_secret(lab1)',
    'passwordMinimumLength: 12345678',
    'The password is rotated every 90 days.',
    'The password of the queue is in vault item Lab2Feed.',
    'PGPASSWORD="$LAB_2_PASSWORD" psql',
    'client_secret=LAB_FEED_SECRET_2',
    'curl -u "$USER:$PASS_1" https://lab.example',
    'curl -u intake:<TOKEN> https://lab.example',
    `Authorization: Basic ${basic('user:password')}`,
    'Basic understanding of HL7',
    'Authorization: Bearer <TOKEN>',
    'Authorization: Bearer eyJhbGciOiJSUzI1NiJ9...',
    'Bearer authentication-with-certificates2',
    'secret_key: arn:aws:secretsmanager:us-east-1:lab2',
  ])('%s', (text) => {
    expect(kinds(text)).toEqual([]);
  });
});

test('no line that is quoted shows one', () => {
  const key = `-----BEGIN PRIVATE KEY-----\n${drawn}\n-----END PRIVATE KEY-----`;
  const text = `Before.\npassword: Kestrel-Tide-91\n${key}\nAfter.`;
  const shown = blanked(text, new Set());
  expect(shown).not.toMatch(/Kestrel|q7Rt/);
  expect(shown).toMatch(/^Before\.\n[*]+\n[*]+\n[*]+\n-----END PRIVATE KEY-----\nAfter\.$/);
});

describe('long lines that were written to take time', () => {
  test.each([
    'password is '.repeat(30_000),
    `password of ${'a '.repeat(100_000)}`,
    'curl -u '.repeat(40_000),
    'password=:='.repeat(30_000),
    '://a'.repeat(80_000),
    'Server=a;'.repeat(30_000),
    `password${' '.repeat(300_000)}`,
    'Bearer '.repeat(50_000),
    `Basic ${'A'.repeat(300_000)}`,
    `password: ${'a-'.repeat(150_000)}`,
  ])('%#', { timeout: 20_000 }, (line) => {
    expect(() => kinds(line)).not.toThrow();
  });
});
