/** Where a media node says what it did; pino's loggers fit. */
export type MediaLogger = {
  info(fields: object, message: string): void;
  warn(fields: object, message: string): void;
  error(fields: object, message: string): void;
};

export const silentLogger: MediaLogger = { info() {}, warn() {}, error() {} };
