/** What pages need to know of who looks at them; filled from the security floor. */
export interface Viewer {
  readonly userId: string;
  readonly profileName: string;
  /** A member of a partner's account rather than of the org's own staff. */
  readonly external: boolean;
  canSeeApp(app: string): boolean;
  canSeeTab(tab: string): boolean;
  /** Whether one of the site's member profiles or permission sets is the user's. */
  isMember(site: { readonly members: { readonly profiles: readonly string[]; readonly permissionSets: readonly string[] } }): boolean;
  canReadObject(object: string): boolean;
}
