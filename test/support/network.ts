import { execFileSync } from 'node:child_process';

/** Hosts of one test on a network of their own: each sees the others, and nothing else. */
export type TestNetwork = {
  /** `ip netns exec` with the namespace of a host: put it in front of a command. */
  on(host: string): [command: string, ...args: string[]];
  address(host: string): string;
  remove(): void;
};

/** Namespaces of several runs on one machine must not meet. */
const prefix = `visits-${process.pid}`;

/**
 * Joins the named hosts with a bridge, as the dedicated network joins the centre and a prison; this process has an end of
 * its own in it, to ask the server. Needs root.
 */
export function makeNetwork(hosts: readonly string[]): TestNetwork {
  const namespace = (host: string) => `${prefix}-${host}`;
  const address = (host: string) => `10.77.0.${hosts.indexOf(host) + 1}`;
  const bridge = namespace('bridge');
  // Fifteen characters are the most that an interface's name may have.
  const ownEnd = `visits${process.pid}`.slice(0, 15);
  const all = [bridge, ...hosts.map(namespace)];
  const remove = () => {
    ip(['link', 'delete', ownEnd], 'forgive');
    for (const each of all) ip(['netns', 'delete', each], 'forgive');
  };
  try {
    for (const each of all) ip(['netns', 'add', each]);
    ip(['-n', bridge, 'link', 'add', 'bridge', 'type', 'bridge']);
    ip(['-n', bridge, 'link', 'set', 'bridge', 'up']);
    hosts.forEach((host, n) => {
      const own = namespace(host);
      ip(['-n', own, 'link', 'set', 'lo', 'up']);
      ip(['-n', own, 'link', 'add', 'eth0', 'type', 'veth', 'peer', 'name', `port${n}`, 'netns', bridge]);
      ip(['-n', bridge, 'link', 'set', `port${n}`, 'master', 'bridge', 'up']);
      ip(['-n', own, 'address', 'add', `${address(host)}/24`, 'dev', 'eth0']);
      ip(['-n', own, 'link', 'set', 'eth0', 'up']);
    });
    ip(['link', 'add', ownEnd, 'type', 'veth', 'peer', 'name', 'test', 'netns', bridge]);
    ip(['-n', bridge, 'link', 'set', 'test', 'master', 'bridge', 'up']);
    ip(['address', 'add', '10.77.0.254/24', 'dev', ownEnd]);
    ip(['link', 'set', ownEnd, 'up']);
  } catch (error) {
    remove();
    throw error;
  }
  return { on: (host) => ['ip', 'netns', 'exec', namespace(host)], address, remove };
}

function ip(args: string[], onFailure: 'throw' | 'forgive' = 'throw'): void {
  try {
    execFileSync('ip', args, { stdio: 'pipe' });
  } catch (error) {
    if (onFailure === 'throw') throw error;
  }
}
