/**
 * Metadata types whose reader is on an upper floor: held as parsed XML, with the names of their top-level elements
 * checked (Metadata API, v67).
 */
import { SourceError } from '../errors';
import type { XmlElement } from '../types';

const PERMISSIONS =
  'agentAccesses applicationVisibilities classAccesses customMetadataTypeAccesses customPermissions customSettingAccesses description emailRoutingAddressAccesses externalCredentialPrincipalAccesses externalDataSourceAccesses fieldPermissions flowAccesses hasActivationRequired label license objectPermissions pageAccesses recordTypeVisibilities servicePresenceStatusAccesses tabSettings userLicense userPermissions';

export interface ComponentType {
  readonly suffix: string;
  /** Names of the elements below the root. */
  readonly elements: ReadonlySet<string>;
  readonly required: readonly string[];
}

const type = (suffix: string, elements: string, required = ''): ComponentType => ({
  suffix,
  elements: new Set([...elements.split(/\s+/), ...required.split(/\s+/), 'fullName'].filter(Boolean)),
  required: required.split(/\s+/).filter(Boolean),
});

/** The one table of these types, by root element. */
export const COMPONENT_TYPES: Readonly<Record<string, ComponentType>> = {
  PermissionSet: type('permissionset', PERMISSIONS, 'label'),
  MutingPermissionSet: type('mutingpermissionset', PERMISSIONS, 'label'),
  PermissionSetGroup: type('permissionsetgroup', 'description hasActivationRequired mutingPermissionSets permissionSets status', 'label'),
  Profile: type('profile', `${PERMISSIONS.replace('tabSettings', 'tabVisibilities')} categoryGroupVisibilities custom layoutAssignments loginFlows loginHours loginIpRanges profileActionOverrides`),
  CustomPermission: type('customPermission', 'connectedApp description isLicensed requiredPermission', 'label'),
  SharingRules: type('sharingRules', 'sharingCriteriaRules sharingGuestRules sharingOwnerRules sharingTerritoryRules'),
  SharingSet: type('sharingSet', 'accessMappings description profiles', 'name'),
  Queue: type('queue', 'doesIncludeBosses doesSendEmailToMembers email queueMembers queueRoutingConfig queueSobject', 'name'),
  Group: type('group', 'description doesIncludeBosses', 'name'),
  Role: type('role', 'caseAccessLevel contactAccessLevel description mayForecastManagerShare opportunityAccessLevel parentRole', 'name'),
  CustomApplication: type(
    'app',
    'actionOverrides brand consoleConfig defaultLandingTab description detailPageRefreshMethod domainWhitelist enableCustomizeMyTabs enableKeyboardShortcuts enableListViewHover enableListViewReskin enableMultiMonitorComponents enablePinTabs enableTabHover enableTabLimits footerColor formFactors headerColor isNavAutoTempTabsDisabled isNavPersonalizationDisabled isNavTabPersistenceDisabled isOmniPinnedViewEnabled isServiceCloudConsole keyboardShortcuts label liveAgentConfig logo logoVersion navType preferences profileActionOverrides pushNotifications saveUserSessions setupExperience subscriberTabs tabLimitConfig tabs uiType utilityBar workspaceConfig'
  ),
  CustomTab: type('tab', 'actionOverrides auraComponent customObject description flexiPage frameHeight hasSidebar icon label lwcComponent mobileReady motif page scontrol splashPageLink url urlEncodingKey'),
  FlexiPage: type('flexipage', 'description events flexiPageRegions pageTemplate parentFlexiPage platformActionlist quickActionList sobjectType', 'masterLabel template type'),
  Layout: type(
    'layout',
    'customButtons customConsoleComponents emailDefault excludeButtons feedLayout headers layoutSections miniLayout multilineLayoutFields platformActionList quickActionList relatedContent relatedLists relatedObjects runAssignmentRulesDefault showEmailCheckbox showHighlightsPanel showInteractionLogPanel showKnowledgeComponent showRunAssignmentRulesCheckbox showSolutionSection showSubmitAndAttachButton summaryLayout'
  ),
  Network: type(
    'network',
    'allowInternalUserLogin allowMembersToFlag allowedExtensions branding caseCommentEmailTemplate changePasswordTemplate communityRoles description disableReputationRecordConversations emailFooterLogo emailFooterText emailSenderAddress emailSenderName embeddedLoginEnabled enableApexCDNCaching enableCustomVFErrorPageOverrides enableDirectMessages enableExpFriendlyUrlsAsDefault enableExperienceBundleBasedSnaOverrideEnabled enableGuestChatter enableGuestFileAccess enableGuestMemberVisibility enableImageOptimizationCDN enableInvitation enableKnowledgeable enableLWRExperienceConnectedApp enableMemberVisibility enableNicknameDisplay enablePrivateMessages enableReputation enableShowAllNetworkSettings enableSiteAsContainer enableTalkingAboutStats enableTopicAssignmentRules enableTopicSuggestions enableUpDownVote feedChannel forgotPasswordTemplate gatherCustomerSentimentData headlessForgotPasswordTemplate headlessRegistrationTemplate lockoutTemplate logoutUrl maxFileSizeKb mobileVerificationTemplate navigationLinkSet networkMemberGroups networkPageOverrides newSenderAddress passwordlessLoginTemplate picassoSite recommendationAudience recommendationDefinition reputationLevels reputationPointsRules selfRegMicroBatchSubErrorEmailTemplate selfRegProfile selfRegistration sendWelcomeEmail siteArchiveStatus site status tabs urlPathPrefix verificationTemplate welcomeTemplate',
    'site status'
  ),
  CustomSite: type(
    'site',
    'active allowGuestPaymentsApi allowGuestSupportApi allowHomePage allowStandardAnswersPages allowStandardIdeasPages allowStandardLookups allowStandardPortalPages allowStandardSearch analyticsTrackingCode authorizationRequiredPage bandwidthExceededPage browserXssProtection cachePublicVisualforcePagesInProxyServers clickjackProtectionLevel contentSniffingProtection customWebAddresses description enableAuraRequests enforceHttps favoriteIcon fileNotFoundPage genericErrorPage guestProfile inMaintenancePage indexPage masterLabel myProfilePage portal redirectToCustomDomain referrerPolicyOriginWhenCrossOrigin requireHttps requireInsecurePortalAccess robotsTxtPage rootComponent selfRegPage serverIsDown siteAdmin siteGuestRecordDefaultOwner siteIframeWhiteListUrls siteRedirectMappings siteTemplate siteType subdomain urlPathPrefix urlRewriterClass',
    'masterLabel siteType'
  ),
  DigitalExperienceConfig: type('digitalExperienceConfig', 'site space', 'label'),
  DigitalExperienceBundle: type('digitalExperience', 'description digitalExperienceFolderShares label modules'),
  NavigationMenu: type('navigationMenu', 'container containerType label navigationMenuItem', 'container containerType label'),
  PathAssistant: type('pathAssistant', 'active entityName fieldName masterLabel pathAssistantSteps recordTypeName', 'entityName fieldName masterLabel recordTypeName'),
  ReportType: type('reportType', 'autogenerated baseObject category deployed description join label sections', 'baseObject category deployed label'),
  Report: type('report', 'aggregates block blockInfo buckets chart colorRanges columns crossFilters currency customDetailFormulas dataCategoryFilters description division filter folderName format formattingRules groupingsAcross groupingsDown historicalSelector name numSubscriptions params reportCustomDetailFormula reportType roleHierarchyFilter rowLimit scope showCurrentDate showDetails showGrandTotal showSubTotals sortColumn sortOrder territoryHierarchyFilter timeFrameFilter userFilter', 'name reportType'),
  ReportFolder: type('reportFolder', 'accessType folderShares name publicFolderAccess sharedTo', 'name'),
  Dashboard: type(
    'dashboard',
    'backgroundEndColor backgroundFadeDirection backgroundStartColor chartTheme colorPalette dashboardChartTheme dashboardColorPalette dashboardFilters dashboardGridLayout dashboardResultRefreshedDate dashboardResultRunningUser dashboardType description folderName isGridLayout leftSection middleSection numSubscriptions owner rightSection runningUser textColor title titleColor titleSize',
    'title'
  ),
  DashboardFolder: type('dashboardFolder', 'accessType folderShares name publicFolderAccess sharedTo', 'name'),
  Translations: type('translation', 'bots customApplications customDataTypeTranslations customLabels customPageWebLinks customTabs flowDefinitions globalPicklists identityVerificationFieldSetTranslations pipelineInspMetricConfigs prompts quickActions reportTypes scontrols'),
  CustomObjectTranslation: type('objectTranslation', 'caseValues fieldSets fields gender layouts nameFieldLabel quickActions recordTypes sharingReasons standardFields startsWith validationRules webLinks workflowTasks'),
  CustomFieldTranslation: type('fieldTranslation', 'caseValues description gender help label lookupFilter name picklistValues relationshipLabel startsWith', 'name'),
  CustomNotificationType: type('notiftype', 'actionGroups customNotifTypeName description desktop masterLabel mobile slack', 'customNotifTypeName masterLabel'),
  EmailTemplate: type('email', 'apiVersion attachedDocuments attachments available description encodingKey letterhead name packageVersions relatedEntityType style subject textOnly type uiType', 'available encodingKey name style type'),
  EmailFolder: type('emailFolder', 'accessType folderShares name publicFolderAccess sharedTo', 'name'),
  PlatformEventChannel: type('platformEventChannel', 'channelType eventType label', 'channelType label'),
  PlatformEventChannelMember: type('platformEventChannelMember', 'enrichedFields eventChannel filterExpression selectedEntity', 'eventChannel selectedEntity'),
  ExternalCredential: type('externalCredential', 'authenticationProtocol description externalCredentialParameters label', 'authenticationProtocol label'),
  NamedCredential: type('namedCredential', 'allowMergeFieldsInBody allowMergeFieldsInHeader calloutStatus description generateAuthorizationHeader label namedCredentialParameters namedCredentialType', 'label'),
  RemoteSiteSetting: type('remoteSite', 'description disableProtocolSecurity isActive url', 'disableProtocolSecurity isActive url'),
  CspTrustedSite: type('cspTrustedSite', 'canAccessCamera canAccessMicrophone context description endpointUrl isActive isApplicableToConnectSrc isApplicableToFontSrc isApplicableToFrameSrc isApplicableToImgSrc isApplicableToMediaSrc isApplicableToStyleSrc', 'endpointUrl isActive'),
  LightningMessageChannel: type('messageChannel', 'description isExposed lightningMessageFields masterLabel', 'masterLabel'),
  QuickAction: type('quickAction', 'actionSubtype description fieldOverrides height icon isProtected label lightningComponent lightningWebComponent optionsCreateFeedItem page quickActionLayout quickActionSendEmailOptions standardLabel successMessage targetObject targetParentField targetRecordType type width'),
};

/** Checks root element, top-level names and required elements. Settings files have one root per feature and are taken whole. */
export function checkComponent(root: XmlElement, typeName: string, entry: ComponentType): void {
  if (root.name !== typeName) throw new SourceError(`The root element must be ${typeName}, found ${root.name}.`, root.position);
  let previous = '';
  const seen = new Set<string>();
  for (const child of root.children) {
    if (!entry.elements.has(child.name)) throw new SourceError(`Element ${child.name} invalid at this location in type ${typeName}.`, child.position);
    if (seen.has(child.name) && child.name !== previous) throw new SourceError(`Element ${child.name} is duplicated at this location in type ${typeName}.`, child.position);
    seen.add(child.name);
    previous = child.name;
  }
  for (const name of entry.required) if (!seen.has(name)) throw new SourceError(`Required field is missing: ${name} (in ${typeName}).`, root.position);
}
