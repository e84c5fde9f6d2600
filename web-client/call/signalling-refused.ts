/** The server refused a message; `message` is written for the user. */
export class SignallingRefused extends Error {
  readonly code: string;
  constructor(code: string, title: string) {
    super(title);
    this.name = 'SignallingRefused';
    this.code = code;
  }
}
