// Objects in place of a part, of which a test says the few things that it does.

/** A part of this class that can do no more than what is given. Values are read when they are asked for. */
export function standIn<Part extends object>(of: { readonly prototype: Part }, given: Partial<Part>): Part {
  return Object.create(of.prototype, Object.getOwnPropertyDescriptors(given)) as Part;
}
