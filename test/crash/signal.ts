// Waits for something that another part makes happen. (Node 20 has no Promise.withResolvers.)

/** A promise with what settles it. */
export class Signal<T = void> {
  readonly promise: Promise<T>;
  resolve!: (value: T) => void;
  reject!: (error: unknown) => void;
  /** Whether somebody who waits for it waits no longer. */
  isSettled = false;

  constructor() {
    this.promise = new Promise((resolve, reject) => {
      this.resolve = (value) => {
        this.isSettled = true;
        resolve(value);
      };
      this.reject = (error) => {
        this.isSettled = true;
        reject(error);
      };
    });
  }
}
