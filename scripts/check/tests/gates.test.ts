/** Each static gate is fed a fault, and is silent on a sound project. */
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Gate } from '../gates/gate';
import { architecture } from '../gates/architecture';
import { components } from '../gates/components';
import { hygiene, localOrgIsGeneral } from '../gates/hygiene';
import { metadataTypes } from '../gates/metadataTypes';
import { namedClasses, packageRules } from '../gates/packageRules';
import { texts } from '../gates/texts';
import { apexLs, pmd } from '../gates/tools';
import { META, SOUND, changed, project, type Files } from './project';

async function findings(gate: Gate, files: Files): Promise<string> {
  const result = await gate.run(project(files));
  return (result as readonly string[]).join('\n');
}

const FIELD = (body: string): string => META('CustomField', `<fullName>A__c</fullName>${body}`);
const BUNDLE = (files: Files): Files =>
  Object.fromEntries(Object.entries({ 'prmThing.js-meta.xml': META('LightningComponentBundle', '<apiVersion>66.0</apiVersion><isExposed>false</isExposed>'), 'prmThing.html': '<template></template>', 'prmThing.ts': "import { LightningElement } from 'lwc';\nexport default class PrmThing extends LightningElement {}\n", ...files }).map(([name, text]) => [`force-app/main/core/lwc/prmThing/${name}`, text]));

describe('a sound project', () => {
  it.each([architecture, packageRules, namedClasses, localOrgIsGeneral, hygiene, metadataTypes, texts, components].map((gate) => [gate.name, gate] as const))('GIVEN a sound project WHEN %s runs THEN it finds nothing', async (_name, gate) => {
    expect(await findings(gate, { ...SOUND, ...BUNDLE({}) })).toBe('');
  });
});

describe('faults', () => {
  const cases: readonly (readonly [string, Gate, Files, RegExp])[] = [
    ['an upper floor is named', architecture, changed({ 'force-app/main/core/classes/PrmInner.cls': 'public with sharing class PrmInner {\n    PrmTrade up;\n}\n' }), /PrmInner\.cls:2: core uses PrmTrade, which is on an upper floor/],
    ['a sibling is named', architecture, changed({ 'force-app/main/repair/classes/PrmRepair.cls': 'public with sharing class PrmRepair {\n    PrmTrade side;\n}\n' }), /which is a sibling/],
    ['a class outside api is used', architecture, changed({ 'force-app/main/trade/classes/PrmTrade.cls': 'public with sharing class PrmTrade {\n    PrmInner hidden;\n}\n' }), /does not lie in classes\/api of core/],
    ['a component of an upper floor stands in a template', architecture, { ...changed(BUNDLE({ 'prmThing.html': '<template><c-prm-upper></c-prm-upper></template>' })), 'force-app/main/trade/lwc/prmUpper/prmUpper.js-meta.xml': META('LightningComponentBundle', '') }, /core uses prmUpper/],
    ['a lookup points up', architecture, changed({ 'force-app/main/trade/objects/T__c/T__c.object-meta.xml': META('CustomObject', ''), 'force-app/main/core/objects/C__c/fields/T__c.field-meta.xml': FIELD('<referenceTo>T__c</referenceTo>') }), /core uses T__c/],
    ['a class is defined twice', architecture, changed({ 'force-app/main/repair/classes/PrmBase.cls': 'public with sharing class PrmBase {}' }), /defined in .* too/],
    ['a folder is on no floor', architecture, changed({ 'force-app/main/stray/classes/PrmStray.cls': 'x' }), /stray is not in config\/domains\.json/],
    ['a domain has no README', architecture, Object.fromEntries(Object.entries(SOUND).filter(([path]) => path !== 'force-app/main/trade/README.md')), /trade: has no README/],
    ['the local org imports an upper floor', architecture, changed({ 'local-org/schema/a.ts': "import { b } from '../web/index';\n" }), /schema imports the upper floor web/],
    ['the local org imports past an index', architecture, changed({ 'local-org/web/a.ts': "import { b } from '../schema/inner/b';\n" }), /past the index of schema/],
    ['the model of rights asks the local org', architecture, changed({ 'local-org/conformance/rights/model/a.ts': "import { b } from '../../../security';\n" }), /a\.ts:1: imports \.\.\/\.\.\/\.\.\/security; local-org\/conformance\/rights\/model imports its own files alone/],
    ['the model of rights asks a library', architecture, changed({ 'local-org/conformance/rights/model/a.ts': "const b = await import('node:fs');\n" }), /a\.ts:1: imports node:fs/],
    ['the package names the local org', architecture, changed({ 'force-app/main/core/classes/PrmInner.cls': 'public with sharing class PrmInner { String a = \'local-org\'; }' }), /names the local org/],
    ['a field has no help text', packageRules, changed({ 'force-app/main/core/objects/C__c/fields/A__c.field-meta.xml': FIELD('<description>x</description>') }), /no help text/],
    ['a field has no description', packageRules, changed({ 'force-app/main/core/objects/C__c/fields/A__c.field-meta.xml': FIELD('<inlineHelpText>x</inlineHelpText>') }), /no description/],
    ['a class is over 400 lines', packageRules, changed({ 'force-app/main/core/classes/PrmInner.cls': `public with sharing class PrmInner {\n${'\n'.repeat(400)}}` }), /400 at most/],
    ['a class states no sharing', packageRules, changed({ 'force-app/main/core/classes/PrmInner.cls': 'public class PrmInner {}' }), /states no sharing/],
    ['a query states no mode', packageRules, changed({ 'force-app/main/core/classes/PrmInner.cls': 'public with sharing class PrmInner {\n    Object a = [SELECT Id FROM Account];\n}' }), /PrmInner\.cls:2: the query states no mode/],
    ['DML states no mode', packageRules, changed({ 'force-app/main/core/classes/PrmInner.cls': 'public with sharing class PrmInner {\n    void a(Account b) {\n        update b;\n    }\n}' }), /PrmInner\.cls:3: the DML statement states no mode/],
    ['Database.insert states no access level', packageRules, changed({ 'force-app/main/core/classes/PrmInner.cls': 'public with sharing class PrmInner {\n    void a(Account b) {\n        Database.insert(b, false);\n    }\n}' }), /Database\.insert states no access level/],
    ['system mode is not listed', packageRules, changed({ 'force-app/main/core/classes/PrmInner.cls': 'public without sharing class PrmInner {}' }), /not in config\/system-mode\.json/],
    ['a listed class is gone', packageRules, changed({ 'config/system-mode.json': JSON.stringify({ classes: { PrmGone: 'why' } }) }), /names PrmGone, which does not exist/],
    ['a record id stands in the source', packageRules, changed({ 'force-app/main/core/classes/PrmInner.cls': "public with sharing class PrmInner { Id a = '001000000000001AAA'; }" }), /looks like a record id/],
    ['global is used', packageRules, changed({ 'force-app/main/core/classes/PrmInner.cls': 'global with sharing class PrmInner {}' }), /global/],
    ['custom metadata names a class that is not there', namedClasses, changed({ 'force-app/main/core/customMetadata/PRM_Trigger_Action.X.md-meta.xml': '<CustomMetadata><values><field>PRM_Class__c</field><value>PrmGone</value></values></CustomMetadata>' }), /PrmGone, which does not exist/],
    ['custom metadata names a class of the wrong kind', namedClasses, changed({ 'force-app/main/core/customMetadata/PRM_Trigger_Action.X.md-meta.xml': '<CustomMetadata><values><field>PRM_Class__c</field><value>PrmBase</value></values></CustomMetadata>' }), /PrmBase does not implement/],
    ['the local org bears the prefix', localOrgIsGeneral, changed({ 'local-org/schema/a.ts': 'const a = "PRM_Thing__c";' }), /a\.ts:1: bears/],
    ['a path of one machine stands in a file', hygiene, changed({ 'docs/a.md': 'See /home/someone/project.' }), /a path of one machine/],
    ['work is left undone', hygiene, changed({ 'docs/a.md': `${'TO'}DO later` }), /work left undone/],
    ['an element is unknown', metadataTypes, changed({ 'force-app/main/core/objects/C__c/fields/A__c.field-meta.xml': FIELD('<colour>red</colour>') }), /CustomField has no element colour/],
    ['an enum value is unknown', metadataTypes, changed({ 'force-app/main/core/objects/C__c/fields/A__c.field-meta.xml': FIELD('<type>Txt</type>') }), /type is Txt/],
    ['a required element is missing', metadataTypes, changed({ 'force-app/main/core/tabs/A.tab-meta.xml': META('CustomPermission', '<description>x</description>') }), /CustomPermission needs the element/],
    ['siblings do not stand together', metadataTypes, changed({ 'force-app/main/core/objects/C__c/fields/A__c.field-meta.xml': FIELD('<summaryFilterItems><field>a</field><operation>equals</operation></summaryFilterItems><label>x</label><summaryFilterItems><field>a</field><operation>equals</operation></summaryFilterItems>') }), /must stand together/],
    ['XML is broken', metadataTypes, changed({ 'force-app/main/core/objects/C__c/fields/A__c.field-meta.xml': '<CustomField><a></CustomField>' }), /A__c\.field-meta\.xml:\d+:\d+/],
    ['a component imports what does not exist', components, changed(BUNDLE({ 'prmThing.ts': "import { a } from 'c/prmNothing';\nexport default a;\n" })), /c\/prmNothing does not exist/],
    ['a component imports a module of Node', components, changed(BUNDLE({ 'prmThing.ts': "import { a } from 'fs';\nexport default a;\n" })), /fs is not on the platform/],
    ['a label is not there', components, changed(BUNDLE({ 'prmThing.ts': "import a from '@salesforce/label/c.PRM_None';\nexport default a;\n" })), /is no label of the package/],
    ['a template holds words', texts, changed(BUNDLE({ 'prmThing.html': '<template>\n<p>Hello</p></template>' })), /prmThing\.html:2: "Hello" must be a label/],
    ['an attribute that is read aloud holds words', texts, changed(BUNDLE({ 'prmThing.html': '<template><button title="Close it"></button></template>' })), /title="Close it" must be a label/],
    ['a template does not compile', components, changed(BUNDLE({ 'prmThing.html': '<template><div if:true={a}</template>' })), /prmThing/],
    ['a template has no module', components, changed(Object.fromEntries(Object.entries(BUNDLE({})).filter(([path]) => !path.endsWith('.ts')))), /has a template and no module/],
  ];

  it.each(cases)('GIVEN %s WHEN the gate runs THEN it says so', async (_what, gate, files, expected) => {
    expect(await findings(gate, files)).toMatch(expected);
  });
});

const RULESET = { 'config/pmd-ruleset.xml': readFileSync(join(__dirname, '../../../config/pmd-ruleset.xml'), 'utf8') };
const CLASS_META = META('ApexClass', '<apiVersion>67.0</apiVersion><status>Active</status>');
/** Without Java these gates are skipped and counted, and so are their tests. */
const withJava = spawnSync('java', ['-version']).status === 0 ? it : it.skip;

describe('gates that need Java', () => {
  withJava.each<readonly [string, Gate, Files, RegExp]>([
    ['a type is wrong', apexLs, changed({ 'force-app/main/core/classes/PrmInner.cls': 'public with sharing class PrmInner {\n    Integer a = new PrmNowhere();\n}\n', 'force-app/main/core/classes/PrmInner.cls-meta.xml': CLASS_META }), /PrmInner\.cls:2: .*PrmNowhere/],
    ['a method is empty', pmd, changed({ ...RULESET, 'force-app/main/core/classes/PrmInner.cls': 'public with sharing class PrmInner {\n    public void a() {\n        try {\n            Integer b = 1;\n        } catch (Exception c) {\n        }\n    }\n}\n' }), /PrmInner\.cls:\d+:\d+: EmptyCatchBlock/],
  ])('GIVEN %s WHEN the gate runs THEN it says so', async (_what, gate, files, expected) => {
    expect(await findings(gate, files)).toMatch(expected);
  });
});
