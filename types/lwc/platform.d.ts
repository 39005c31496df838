/** Modules of the platform that components import: our own types, as the published ones are incomplete. */

declare module '@salesforce/label/*' {
  const label: string;
  export default label;
}
declare module '@salesforce/i18n/*' {
  const value: string;
  export default value;
}
declare module '@salesforce/user/Id' {
  const id: string;
  export default id;
}
declare module '@salesforce/user/isGuest' {
  const isGuest: boolean;
  export default isGuest;
}
declare module '@salesforce/community/basePath' {
  const basePath: string;
  export default basePath;
}
declare module '@salesforce/client/formFactor' {
  const formFactor: 'Small' | 'Medium' | 'Large';
  export default formFactor;
}
declare module '@salesforce/customPermission/*' {
  const held: true | undefined;
  export default held;
}
declare module '@salesforce/resourceUrl/*' {
  const url: string;
  export default url;
}
