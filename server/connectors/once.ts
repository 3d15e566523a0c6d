/** What `read` brings, asked for once; a failure is forgotten, so that the next one asks again. */
export function once<T>(read: () => Promise<T>): () => Promise<T> {
  let asked: Promise<T> | null = null;
  return () => {
    asked ??= read().catch((problem) => {
      asked = null;
      throw problem;
    });
    return asked;
  };
}
