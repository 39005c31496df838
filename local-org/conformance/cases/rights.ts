/** Object, field and record rights. */
import { guide, help, metadata, objects, reference } from './pages';
import { testCases } from './rows';

const mode = (section: string): ReturnType<typeof guide> => guide('apex_classes_enforce_usermode', section);
const shares = (section: string): ReturnType<typeof guide> => guide('apex_bulk_sharing_understanding', section);
const byApex = (section: string): ReturnType<typeof guide> => guide('apex_bulk_sharing_creating_with_apex', section);
const keywords = guide('apex_classes_keywords_sharing', 'Use the with sharing, without sharing, and inherited sharing Keywords');

const rights = testCases('rights', 'ConfRightsTest', [
  ['userModeRefusesAHiddenField', 'queries in user mode', mode('Set an Access Mode for SOQL and SOSL Queries')],
  ['userModeIsTheDefault', 'queries in user mode', guide('apex_security_sharing_chapter', 'Versioned Behavior Changes')],
  ['userModeRefusesAHiddenFieldInACondition', 'queries in user mode', mode('Set an Access Mode for SOQL and SOSL Queries')],
  ['userModeRefusesAnObjectWithoutRights', 'queries in user mode', mode('Set an Access Mode for SOQL and SOSL Queries')],
  ['systemModeReadsAHiddenField', 'system mode', mode('Set an Access Mode for SOQL and SOSL Queries')],
  ['systemModeInsertNeedsNothing', 'system mode', mode('Set an Access Mode for DML Statements')],
  ['userModeInsertNeedsCreate', 'DML in user mode', mode('Set an Access Mode for DML Statements')],
  ['userModeInsertNeedsTheFieldsItSets', 'DML in user mode', mode('Set an Access Mode for DML Statements')],
  ['readableFieldsAreNotWritable', 'DML in user mode', help('platform.users_fields_fls', 'Field-Level Security')],
  ['strippingLeavesOutHiddenFields', 'stripping', guide('apex_classes_with_security_stripInaccessible', 'Enforce Security with the stripInaccessible Method')],
  ['describeTellsTheRightsOfTheUser', 'describe of rights', guide('apex_classes_perms_enforcing', 'Enforcing Object and Field Permissions')],
  ['customPermissionsComeWithPermissionSets', 'permission sets', reference('apex_class_System_FeatureManagement', 'checkPermission(apiName)')],
  ['permissionSetsAddUp', 'permission sets', help('platform.perm_sets_overview', 'Permission Sets')],
  ['aGroupGrantsWhatEachOfItsSetsGrants', 'permission set groups', metadata('meta_permissionsetgroup', 'PermissionSetGroup')],
  ['mutingASetOfAGroupLeavesTheSetItselfAlone', 'permission set groups', help('platform.perm_set_groups_mute', 'Muting Permission Sets')],
  ['mutedRightsOfAGroupAreGone', 'permission set groups', metadata('meta_mutingpermissionset', 'MutingPermissionSet')],
]);

const sharing = testCases('rights', 'ConfSharingTest', [
  ['ownersSeeTheirOwnRecordsAlone', 'sharing by owner', shares('Types of Sharing')],
  ['rolesSeeWhatLiesBelowThem', 'sharing by role', shares('Role Hierarchy')],
  ['ownerRulesOpenTheRecordsOfARole', 'sharing rules', help('platform.security_about_sharing_rules', 'Sharing Rules')],
  ['apexSharesOpenARecordForReading', 'sharing by Apex', byApex('Creating User Managed Sharing Using Apex')],
  ['apexSharesOpenARecordForEditing', 'sharing by Apex', byApex('Creating Apex Managed Sharing')],
  ['groupsOpenRecordsToTheirMembers', 'sharing by group', byApex('Creating User Managed Sharing Using Apex')],
  ['theWiderOfTwoSharesCounts', 'sharing by group', shares('Access Levels')],
  ['sharesEndWithTheirRow', 'sharing by Apex', byApex('Creating User Managed Sharing Using Apex')],
  ['aNewOwnerEndsManualSharesAndKeepsApexOnes', 'a new owner', shares('Sharing Reason Field')],
  ['detailsAreSeenWithTheirMaster', 'sharing of details', help('platform.relationships_considerations', 'Master-Detail Relationships')],
  ['viewAllSeesEveryRecordAndEditsNone', 'view all', help('platform.users_profiles_view_all_mod_all', 'View All and Modify All')],
  ['recordAccessCanBeAsked', 'asking for access', objects('sforce_api_objects_userrecordaccess', 'UserRecordAccess')],
  ['countsInUserModeCountWhatIsSeen', 'counts', mode('Set an Access Mode for SOQL and SOSL Queries')],
  ['systemModeCountsBySharingOfTheClass', 'sharing keywords', keywords],
  ['userModeSharesEvenWithoutSharing', 'sharing keywords', mode('Set an Access Mode for Database Operations')],
  ['inheritedSharingFollowsTheCaller', 'sharing keywords', keywords],
  ['anUnseenRecordIsNoRecordForUpdates', 'DML in user mode', mode('Set an Access Mode for DML Statements')],
]);

export const rightCases = [...rights, ...sharing];
