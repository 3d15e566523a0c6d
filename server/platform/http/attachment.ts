import type { FastifyReply } from 'fastify';

/**
 * Makes an answer something to save and nothing else: whatever its bytes are, no browser shows it as a page of ours, guesses
 * another type, or runs anything in it.
 */
export function asAttachment(reply: FastifyReply, name: string, media: string): FastifyReply {
  return reply
    .type(media)
    .header('content-disposition', contentDisposition(name))
    .header('x-content-type-options', 'nosniff')
    .header('content-security-policy', "sandbox; default-src 'none'")
    .header('cross-origin-resource-policy', 'same-origin')
    .header('cache-control', 'private, no-store');
}

/** RFC 6266: the name in ASCII for old readers, and as it is in UTF-8. */
export function contentDisposition(name: string): string {
  const plain = name.replace(/[^ -~]/gu, '_').replace(/["\\%;]/g, '_');
  const whole = encodeURIComponent(name).replace(
    /['()*]/g,
    (letter) => `%${letter.charCodeAt(0).toString(16).toUpperCase()}`,
  );
  return `attachment; filename="${plain}"; filename*=UTF-8''${whole}`;
}
