/** A clone of the project that is put into service. */
export interface Project {
  /** Absolute path of the clone. */
  readonly root: string;
  /** Writes and checks dist/ in `root`; throws when a rule of the platform is broken. */
  readonly build: () => Promise<unknown>;
  /** Environment of clasp: whose login it finds, which proxy it takes. */
  readonly environment: NodeJS.ProcessEnv;
  readonly say: (line: string) => void;
}
