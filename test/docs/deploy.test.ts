import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const read = (file: string) => readFileSync(join(ROOT, file), 'utf8');

describe('the Dockerfile', () => {
  const instructions = read('Dockerfile')
    .replace(/^\s*#.*\n/gm, '')
    .replace(/\\\n\s*/g, '')
    .split('\n')
    .filter(Boolean)
    .map((line) => line.split(/\s+/));
  const of = (name: string) => instructions.filter(([first]) => first === name);

  it('copies what there is', () => {
    for (const [, ...words] of of('COPY').filter(([, from]) => !from?.startsWith('--from')))
      for (const source of words.slice(0, -1)) expect(existsSync(join(ROOT, source))).toBe(true);
  });

  it('holds in its last stage all that runs, and runs it as nobody special', () => {
    const last = instructions.slice(instructions.findLastIndex(([name]) => name === 'FROM'));
    const copied = last.filter(([, from]) => from === '--from=build').map(([, , path]) => path);
    const { imports } = JSON.parse(read('package.json')) as { imports: Record<string, string> };
    for (const path of ['dist', 'node_modules', 'package.json', ...Object.values(imports)])
      expect(copied).toContain(`/app/${path.replace(/^\.\/|\/\*$/g, '')}`);
    expect(last.findLastIndex(([name]) => name === 'USER')).toBeGreaterThan(
      last.findLastIndex(([name]) => name === 'RUN'),
    );
    expect(of('USER')).toEqual([['USER', 'node']]);
    expect(of('HEALTHCHECK')).toHaveLength(1);
    expect(of('ENTRYPOINT')[0]?.join(' ')).toContain('dist/program/yuanwen.js');
  });

  it('takes no secret of the folder it is built in', () => {
    expect(read('.dockerignore').split('\n')).toEqual(
      expect.arrayContaining(['.env', '.git', '.state']),
    );
  });
});

describe('compose.yaml', () => {
  it('keeps the state, reads the articles, and gives no rights', () => {
    const { services, volumes } = parse(read('compose.yaml'));
    expect(services.yuanwen).toMatchObject({
      build: '.',
      restart: 'unless-stopped',
      read_only: true,
      cap_drop: ['ALL'],
      volumes: ['./corpus:/corpus:ro', 'state:/state'],
    });
    expect(volumes).toHaveProperty('state');
  });

  it('has a profile of two workers over PostgreSQL, which changes nothing without it', () => {
    const { services, volumes } = parse(read('compose.yaml'));
    const { worker, postgres } = services;
    for (const service of [worker, postgres]) expect(service.profiles).toEqual(['workers']);
    expect(services.yuanwen).not.toHaveProperty('profiles');
    expect(worker).toMatchObject({
      extends: { service: 'yuanwen' },
      depends_on: { postgres: { condition: 'service_healthy' } },
      deploy: { replicas: 2 },
    });
    // a name would be one volume of both
    expect(worker.volumes).toContain('/state');
    const password = postgres.environment.POSTGRES_PASSWORD;
    expect(worker.environment.DATABASE_URL).toBe(
      `postgres://${postgres.environment.POSTGRES_USER}:${password}@postgres:5432/${postgres.environment.POSTGRES_DB}`,
    );
    expect(volumes).toHaveProperty('database');
  });

  it('names settings that there are, as does the systemd unit', () => {
    const known = [...read('.env.example').matchAll(/^(?:# )?([A-Z_]+)=/gm)].map(
      ([, name]) => name,
    );
    const { services } = parse(read('compose.yaml'));
    const unit = /^Environment=(.*)$/m.exec(read('docs/yuanwen.service'))?.[1] ?? '';
    const named = [
      ...Object.keys(services.yuanwen.environment),
      ...unit.split(' ').map((each) => each.split('=')[0]),
    ].filter((name) => name !== 'NODE_ENV');
    expect(named).toHaveLength(4);
    expect(known).toEqual(expect.arrayContaining(named));
  });
});

describe('the systemd unit', () => {
  it('starts the program, again when it fails, with few rights', () => {
    const unit = read('docs/yuanwen.service');
    for (const line of [
      'ExecStart=/usr/bin/node --max-semi-space-size=8 /opt/yuanwen/dist/program/yuanwen.js',
      'Restart=on-failure',
      'DynamicUser=yes',
      'ProtectSystem=strict',
      'NoNewPrivileges=yes',
      'CapabilityBoundingSet=',
    ])
      expect(unit.split('\n')).toContain(line);
  });
});
