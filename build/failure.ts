/** A build that cannot go on: `message` says what was found where, and what is expected there. */
export class BuildFailure extends Error {
  override name = 'BuildFailure';
}
