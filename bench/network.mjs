/** A stretch of network that can be broken: a TCP proxy that passes, delays, swallows or refuses. For benches and tests. */
import { connect, createServer } from 'node:net';

/**
 * Starts a proxy in front of a port of this machine.
 * @param {number} target
 */
export async function startNetwork(target) {
  const pairs = new Set();
  let mode = { kind: 'pass', delayMs: 0 };

  /** Hands what one side sends to the other, in order, as the mode of that moment says. */
  const join = (from, to) => {
    let last = Promise.resolve();
    from.on('data', (data) => {
      const { kind, delayMs } = mode;
      if (kind === 'swallow') return;
      const at = Date.now() + delayMs;
      last = last.then(async () => {
        const wait = at - Date.now();
        if (wait > 0) await new Promise((resolve) => setTimeout(resolve, wait));
        to.write(data);
      });
    });
    const end = () => {
      from.destroy();
      to.destroy();
    };
    from.on('close', end).on('error', end);
  };

  const server = createServer((near) => {
    if (mode.kind === 'refuse') {
      near.on('error', () => {}).destroy();
      return;
    }
    const far = connect(target, '127.0.0.1');
    const pair = { near, far };
    pairs.add(pair);
    near.setNoDelay().on('close', () => pairs.delete(pair));
    far.setNoDelay();
    join(near, far);
    join(far, near);
  });
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
  const cutAll = () => {
    for (const { near, far } of pairs) {
      near.destroy();
      far.destroy();
    }
  };
  return {
    port: server.address().port,
    pass() {
      mode = { kind: 'pass', delayMs: 0 };
    },
    /** Half of a trip each way, so that question and answer take `tripMs`. */
    delay(tripMs) {
      mode = { kind: 'pass', delayMs: tripMs / 2 };
    },
    /** What is sent from now on never arrives, and nobody is told. */
    swallow() {
      mode = { kind: 'swallow', delayMs: 0 };
    },
    /** Ends all connections, and takes no new ones. */
    refuse() {
      mode = { kind: 'refuse', delayMs: 0 };
      cutAll();
    },
    close() {
      cutAll();
      server.close();
    },
  };
}
