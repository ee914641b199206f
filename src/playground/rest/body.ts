import type { UploadedFile } from '../message-body.js';

/** What a request carried. */
export interface Payload {
  readonly json: unknown;
  /** Characters of the text. */
  readonly size: number;
  readonly files: readonly UploadedFile[];
  /** True where it was neither JSON nor a form. */
  readonly broken: boolean;
}

/** Nothing, of a request whose body is not looked at. */
export const NO_PAYLOAD: Payload = { json: undefined, size: 0, files: [], broken: false };

/** What cannot be read: nothing of it is kept. */
const BROKEN: Payload = { ...NO_PAYLOAD, broken: true };

/** Discord takes 10 MB, for files; a bot that sends none stays far below this. */
const MAX_BYTES = 1_000_000;

/** A body of more than a request may have; the rest of it is not read. */
export class BodyTooLarge extends Error {}

/**
 * Reads a body: JSON, or a form with `payload_json` and files.
 * @throws BodyTooLarge
 */
export async function readPayload(request: Request): Promise<Payload> {
  const type = request.headers.get('content-type') ?? '';
  const bytes = await readUpTo(request, MAX_BYTES);
  if (!type.startsWith('multipart/form-data')) return parse(new TextDecoder().decode(bytes), []);
  const form = await new Response(bytes, { headers: { 'content-type': type } }).formData().catch(() => null);
  if (form === null) return BROKEN;
  const files = [...form].flatMap(([field, value]): readonly UploadedFile[] =>
    typeof value === 'string' ? [] : [{ field, name: value.name, size: value.size, type: value.type }],
  );
  const json = form.get('payload_json');
  return parse(typeof json === 'string' ? json : '', files);
}

async function readUpTo(request: Request, most: number): Promise<Uint8Array<ArrayBuffer>> {
  if (Number(request.headers.get('content-length') ?? 0) > most) throw new BodyTooLarge();
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of request.body ?? []) {
    size += chunk.length;
    if (size > most) throw new BodyTooLarge();
    chunks.push(chunk);
  }
  return new Uint8Array(Buffer.concat(chunks));
}

function parse(source: string, files: readonly UploadedFile[]): Payload {
  if (source === '') return { json: undefined, size: 0, files, broken: false };
  try {
    return { json: JSON.parse(source), size: source.length, files, broken: false };
  } catch {
    return BROKEN;
  }
}
