/** The order of schools that nothing else tells apart: by code units, the same on every machine. */
export function byId(a: { readonly orgId: string }, b: { readonly orgId: string }): number {
  return a.orgId < b.orgId ? -1 : 1;
}
