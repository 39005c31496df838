/** The org in which everything races: compiled once, with a clock that acts set. */
import type { Platform } from '../../../../local-org/server';
import { assign, packagePlatform } from '../../locks/boundary';
import { giveRole } from './people';

export interface RaceOrg {
  readonly platform: Platform;
  /** Sets the moment, in seconds from that of the world. */
  readonly setTime: (at: number) => void;
  /** Text of a label. */
  readonly label: (name: string) => string;
}

/** The moment of the world. */
export const MOMENT = Date.UTC(2026, 4, 4, 9, 0, 0);

export function raceOrg(): RaceOrg {
  let now = MOMENT;
  const platform = packagePlatform({ now: () => now });
  assign(platform, 'PRM_Leads_Channel', 'PRM_Partner_Channel');
  giveRole(platform);
  return {
    platform,
    setTime: (at) => void (now = MOMENT + at * 1000),
    label: (name) => {
      const label = platform.org.labels.get(name.toLowerCase());
      if (!label) throw new Error(`There is no label ${name}`);
      return label.value;
    },
  };
}
