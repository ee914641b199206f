import type { UploadedFile } from '../message-body.js';

/** What a request carried. */
export interface Payload {
  readonly json: unknown;
  readonly files: readonly UploadedFile[];
  /** True where the text was no JSON. */
  readonly broken: boolean;
}

/** Reads a body: JSON, or a form with `payload_json` and files. */
export async function readPayload(request: Request): Promise<Payload> {
  const type = request.headers.get('content-type') ?? '';
  if (!type.startsWith('multipart/form-data')) return parse(await request.text(), []);
  const form = await request.formData();
  const files = [...form].flatMap(([field, value]): readonly UploadedFile[] =>
    typeof value === 'string' ? [] : [{ field, name: value.name, size: value.size, type: value.type }],
  );
  const json = form.get('payload_json');
  return parse(typeof json === 'string' ? json : '', files);
}

function parse(source: string, files: readonly UploadedFile[]): Payload {
  if (source === '') return { json: undefined, files, broken: false };
  try {
    return { json: JSON.parse(source), files, broken: false };
  } catch {
    return { json: undefined, files, broken: true };
  }
}
