import { api, LightningElement } from 'lwc';

export type Tone = 'neutral' | 'info' | 'success' | 'warning' | 'error';

const ICONS: Readonly<Record<Tone, string>> = {
  neutral: 'utility:record',
  info: 'utility:info',
  success: 'utility:success',
  warning: 'utility:warning',
  error: 'utility:error',
};

/** Status as a word with an icon and a colour: never the colour alone. */
export default class PrmUiState extends LightningElement {
  @api label = '';
  /** One of neutral, info, success, warning, error. */
  @api tone: Tone = 'neutral';
  /** Icon to show instead of the one of the tone. */
  @api icon = '';

  get iconName(): string {
    return this.icon || (ICONS[this.tone] ?? ICONS.neutral);
  }

  get classes(): string {
    return `state state_${this.tone}`;
  }
}
