/** Standard parts by their platform name, loaded when a page first holds one. */
import type { LightningElement } from 'lwc';

type Load = () => Promise<{ default: new () => LightningElement }>;

const richText: Load = () => import('web/partRichText');
const stack: Load = () => import('web/partStack');

export const parts: Readonly<Record<string, Load | undefined>> = {
  'force:highlightsPanel': () => import('web/partHighlights'),
  'force:detailPanel': () => import('web/partDetail'),
  'force:relatedListContainer': () => import('web/partRelatedLists'),
  'force:relatedListSingleContainer': () => import('web/partRelatedList'),
  'runtime_sales_pathassistant:pathAssistant': () => import('web/partPath'),
  'flexipage:tabset': () => import('web/partTabset'),
  'flexipage:fieldSection': () => import('web/partFields'),
  'flexipage:column': stack,
  'flexipage:field': () => import('web/partField'),
  'flexipage:richText': richText,
  'flexipage:filterListCard': () => import('web/partFilterList'),
  'community_layout:section': () => import('web/partSection'),
  'community_builder:htmlEditor': richText,
  'community_builder:richTextEditor': richText,
  'dxp_content_layout:siteLogo': () => import('web/partLogo'),
  'web:objectList': () => import('web/partObjectList'),
  'web:recordEditor': () => import('web/partRecordEditor'),
  'web:home': () => import('web/partHome'),
};
