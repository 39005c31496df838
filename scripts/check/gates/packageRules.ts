/** Rules every source file of the package keeps: descriptions, sizes, sharing, stated modes, no org-specific values. */
import { apexCode, filesBelow, lineAt, textOf } from './files';
import type { Gate } from './gate';

const MAX_CLASS_LINES = 400;

interface SystemMode { readonly classes: Readonly<Record<string, string>>; }

function fields(root: string): string[] {
  const findings: string[] = [];
  for (const file of filesBelow(root, 'force-app', (path) => path.endsWith('.field-meta.xml'))) {
    const text = textOf(root, file);
    if (!/<description>[^<]+<\/description>/.test(text)) findings.push(`${file}: the field has no description`);
    if (!/<inlineHelpText>[^<]+<\/inlineHelpText>/.test(text) && !/__mdt\//.test(file)) findings.push(`${file}: the field has no help text`);
  }
  for (const file of filesBelow(root, 'force-app', (path) => /(object|permissionset|permissionsetgroup|customPermission)-meta\.xml$/.test(path))) {
    const text = textOf(root, file);
    const standard = file.endsWith('.object-meta.xml') && !/__(c|mdt|e)\.object-meta\.xml$/.test(file);
    if (!standard && !/<description>[^<]+<\/description>/.test(text)) findings.push(`${file}: has no description`);
  }
  return findings;
}

function apex(root: string): string[] {
  const findings: string[] = [];
  const listed = new Set(Object.keys((JSON.parse(textOf(root, 'config/system-mode.json')) as SystemMode).classes));
  for (const file of filesBelow(root, 'force-app', (path) => /\.(cls|trigger)$/.test(path))) {
    const text = textOf(root, file);
    const code = apexCode(text);
    const name = (file.split('/').pop() ?? '').replace(/\.(cls|trigger)$/, '');
    const at = (offset: number): string => `${file}:${lineAt(code, offset)}`;
    if (text.split('\n').length > MAX_CLASS_LINES) findings.push(`${file}: ${text.split('\n').length} lines; ${MAX_CLASS_LINES} at most`);
    if (file.endsWith('.cls') && !/\b(with|without|inherited)\s+sharing\s+(abstract\s+|virtual\s+)?class\b|\b(virtual|abstract)\s+(with|without|inherited)\s+sharing\s+class\b/i.test(code) && !/\b(interface|enum)\s+\w+\s*\{/i.test(code.slice(0, code.indexOf('{') + 1))) findings.push(`${file}: the class states no sharing`);
    for (const found of code.matchAll(/\bglobal\s+(?!class\b.*@)/gi)) findings.push(`${at(found.index)}: global is never unmade once installed`);
    for (const found of code.matchAll(/\[\s*SELECT\b(?:[^[\]]|\[[^\]]*\])*\]/gi)) if (!/\bWITH\s+(USER_MODE|SYSTEM_MODE)\b/i.test(found[0])) findings.push(`${at(found.index)}: the query states no mode`);
    for (const found of code.matchAll(/(?:^|[;{}])\s*(insert|update|upsert|delete|undelete)\s+(?!as\s+(user|system)\b)[\w([]/gim)) findings.push(`${at(found.index + found[0].indexOf(found[1] as string))}: the DML statement states no mode`);
    for (const found of code.matchAll(/\bDatabase\s*\.\s*(insert|update|upsert|delete|undelete|query|countQuery|getQueryLocator|queryWithBinds)\s*\(/gi)) {
      const call = code.slice(found.index, closing(code, found.index + found[0].length));
      if (!/AccessLevel/i.test(call) && !/\b(mode|level|accessLevel)\b/i.test(call)) findings.push(`${at(found.index)}: Database.${found[1]} states no access level`);
    }
    const system = /\bWITH\s+SYSTEM_MODE\b|\bas\s+system\b|AccessLevel\.SYSTEM_MODE|\bwithout\s+sharing\b/i.test(code);
    if (system && !file.includes('/tests/') && !listed.has(name)) findings.push(`${file}: uses system mode or no sharing and is not in config/system-mode.json`);
    for (const found of text.matchAll(/'([a-zA-Z0-9]{15}|[a-zA-Z0-9]{18})'/g)) if (/\d/.test(found[1] as string) && /^(00[1-9A-Za-z]|0[0-9A-Z]{2}|[a-z]0)/.test(found[1] as string) && !file.includes('/tests/')) findings.push(`${file}:${lineAt(text, found.index)}: looks like a record id`);
  }
  for (const name of listed) if (!filesBelow(root, 'force-app', (path) => path.endsWith(`/${name}.cls`)).length) findings.push(`config/system-mode.json: names ${name}, which does not exist`);
  return findings;
}

/** Offset just behind the bracket that closes the one before `start`. */
function closing(code: string, start: number): number {
  let depth = 1;
  for (let at = start; at < code.length; at++) {
    if (code[at] === '(') depth++;
    else if (code[at] === ')' && --depth === 0) return at;
  }
  return code.length;
}

export const packageRules: Gate = { name: 'package rules: descriptions, sizes, sharing, stated modes', run: (root) => [...fields(root), ...apex(root)] };

/** Custom metadata rows that name a class: it exists, and implements what the dispatcher calls. */
export const namedClasses: Gate = {
  name: 'custom metadata names classes that exist',
  run(root) {
    const findings: string[] = [];
    const classes = new Map(filesBelow(root, 'force-app', (path) => path.endsWith('.cls')).map((file) => [(file.split('/').pop() ?? '').replace('.cls', ''), file] as const));
    const wanted: Readonly<Record<string, RegExp>> = { PRM_Trigger_Action: /implements[\s\S]*?PrmTriggerAction/i, PRM_Sweep: /implements[\s\S]*?(Queueable|Sweep)/i };
    for (const file of filesBelow(root, 'force-app', (path) => path.endsWith('.md-meta.xml'))) {
      const type = (file.split('/').pop() ?? '').split('.')[0] as string;
      const text = textOf(root, file);
      const name = /<field>PRM_Class__c<\/field>\s*<value[^>]*>([^<]+)<\/value>/.exec(text)?.[1];
      if (!name) continue;
      const source = classes.get(name);
      if (!source) findings.push(`${file}: names the class ${name}, which does not exist`);
      else if (wanted[type] && !wanted[type].test(apexCode(textOf(root, source)))) findings.push(`${file}: ${name} does not implement what ${type} rows must`);
    }
    return findings;
  },
};
