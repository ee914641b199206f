import { constants, createDeflate } from 'node:zlib';
import type { WebSocket } from 'ws';

/** A client's connection: frames as text, or as one compressed stream where the client asks for it. */
export interface Line {
  /** Sends a frame, if the connection is open; every frame has all four keys. */
  send(frame: object | string): void;
  /** Says goodbye with a code. */
  close(code: number, reason: string): void;
  /** Tears the connection down without a goodbye. */
  terminate(): void;
}

/** Wraps a websocket; `zlib-stream` is Discord's transport compression: one deflate stream, flushed after each frame. */
export function createLine(socket: WebSocket, compress: boolean): Line {
  const deflate = compress ? createDeflate({ flush: constants.Z_SYNC_FLUSH }) : null;
  deflate?.on('data', (chunk: Buffer) => {
    if (socket.readyState === socket.OPEN) socket.send(chunk);
  });
  socket.on('close', () => deflate?.destroy());
  return {
    send: (frame) => {
      if (socket.readyState !== socket.OPEN) return;
      const text = typeof frame === 'string' ? frame : JSON.stringify({ t: null, s: null, d: null, ...frame });
      if (deflate) deflate.write(text);
      else socket.send(text);
    },
    close: (code, reason) => socket.close(code, reason),
    terminate: () => socket.terminate(),
  };
}
