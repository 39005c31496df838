/** What a person reads is a Custom Label: templates hold no words of their own, neither between tags nor in attributes that are read aloud or shown. */
import { filesBelow, lineAt, textOf } from './files';
import type { Gate } from './gate';

/** Attributes whose value a person sees or hears. */
const READ = /\b(label|title|placeholder|alternative-text|alt|aria-label|aria-description|message-when-\w[\w-]*|field-level-help|heading|summary)="([^"{}]*\p{L}{2}[^"{}]*)"/gu;
const WORD = /\p{L}{2}/u;

export const texts: Gate = {
  name: 'texts of components are labels',
  run(root) {
    const findings: string[] = [];
    for (const file of filesBelow(root, 'force-app', (path) => /\/lwc\/.*\.html$/.test(path))) {
      const text = textOf(root, file).replace(/<!--[\s\S]*?-->/g, (comment) => comment.replace(/[^\n]/g, ' '));
      for (const found of text.matchAll(/>([^<>]*)</g)) {
        const words = (found[1] as string).replace(/\{[^{}]*\}/g, '').trim();
        if (WORD.test(words)) findings.push(`${file}:${lineAt(text, found.index + 1 + (found[1] as string).search(/\S/))}: "${words}" must be a label`);
      }
      for (const found of text.matchAll(READ)) findings.push(`${file}:${lineAt(text, found.index)}: ${found[1]}="${found[2]}" must be a label`);
    }
    return findings;
  },
};
