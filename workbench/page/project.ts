/** What the server hands to the page: the built add-on and the ready sample book. */
export interface Project {
  readonly code: string;
  readonly sidebar: string;
  readonly manifest: string;
  /** Saved book with the sample weeks imported by the add-on's own server function. */
  readonly sampleBook: string;
  /** Where the sidebar's frame is served: another origin than the page. */
  readonly frameUrl: string;
}

export async function loadProject(): Promise<Project> {
  const answer = await fetch('project.json');
  if (!answer.ok) throw new Error(`project.json: ${answer.status}`);
  const project: unknown = await answer.json();
  if (!isProject(project)) throw new Error('project.json has another shape than this page expects.');
  return project;
}

function isProject(value: unknown): value is Project {
  if (typeof value !== 'object' || value === null) return false;
  const fields: Record<string, unknown> = { ...value };
  return ['code', 'sidebar', 'manifest', 'sampleBook', 'frameUrl'].every(
    (name) => typeof fields[name] === 'string',
  );
}
