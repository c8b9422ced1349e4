// What cannot be answered, and why not: that is the caller's to know.
export class Refused extends Error {
  constructor(status, message) {
    super(message);
    this.status = status;
  }
}
