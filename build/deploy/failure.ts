/** A deployment that must not go on: `message` says what was found, and what to do about it. */
export class DeployFailure extends Error {
  override name = 'DeployFailure';
}
