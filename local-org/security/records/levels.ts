/** Access levels of share rows: what each access to a record needs. */
import type { RecordAccess } from '../../database';
import type { SharingModel } from '../../schema';

export const LEVELS: Readonly<Record<RecordAccess, readonly string[]>> = {
  read: ['Read', 'Edit', 'All'],
  edit: ['Edit', 'All'],
  delete: ['All'],
  transfer: ['All'],
};

/** What an organisation-wide default gives everybody. */
export const DEFAULT_GIVES: Readonly<Record<SharingModel, readonly RecordAccess[]>> = {
  Private: [],
  Read: ['read'],
  ReadWrite: ['read', 'edit'],
  ReadWriteTransfer: ['read', 'edit', 'transfer'],
  FullAccess: ['read', 'edit', 'delete', 'transfer'],
  ControlledByParent: [],
  ControlledByLeadOrContact: [],
  ControlledByCampaign: [],
};
