/** Products and price books. */
import { area, audit, bool, currency, currencyIso, deleted, id, picklist, record, ref, text, url, viewed, type StandardObject } from './dsl';

const PRODUCT: StandardObject = {
  name: 'Product2',
  keyPrefix: '01t',
  label: 'Product',
  pluralLabel: 'Products',
  nameField: 'Name',
  // Products have no owner; access follows the object permission.
  internal: 'ReadWrite',
  external: 'ReadWrite',
  compactLayoutFields: ['Name', 'ProductCode', 'Family'],
  fields: [
    ...record(),
    text('Name', 255, 'required', { label: 'Product Name' }),
    text('ProductCode', 255),
    area('Description', 4000, { label: 'Product Description' }),
    bool('IsActive', { label: 'Active' }),
    picklist('Family', 'None', { label: 'Product Family' }),
    url('DisplayUrl', 1000, { label: 'Display URL' }),
    text('ExternalId', 255, { label: 'External ID' }),
    picklist('QuantityUnitOfMeasure', 'Each'),
    text('StockKeepingUnit', 180, { label: 'Product SKU' }),
    bool('IsArchived', 'readOnly', { label: 'Archived' }),
    ...viewed(),
    currencyIso(),
  ],
};

const PRICEBOOK: StandardObject = {
  name: 'Pricebook2',
  keyPrefix: '01s',
  label: 'Price Book',
  nameField: 'Name',
  // "Use" inside: everybody with the right on price books may read them and sell from them.
  internal: 'ReadWrite',
  external: 'Private',
  fields: [
    ...record(),
    text('Name', 255, 'required', { label: 'Price Book Name' }),
    area('Description', 255),
    bool('IsActive', { label: 'Active' }),
    bool('IsArchived', 'readOnly', { label: 'Archived' }),
    bool('IsStandard', 'readOnly', { label: 'Is Standard Price Book' }),
    ...viewed(),
  ],
};

const PRICEBOOK_ENTRY: StandardObject = {
  name: 'PricebookEntry',
  keyPrefix: '01u',
  label: 'Price Book Entry',
  pluralLabel: 'Price Book Entries',
  nameField: 'Name',
  internal: 'ControlledByParent',
  external: 'ControlledByParent',
  fields: [
    id(),
    text('Name', 255, 'readOnly', { label: 'Product Name', formula: 'Product2.Name' }),
    ref('Pricebook2Id', 'Pricebook2', { children: 'PricebookEntries', as: 'Pricebook2', onDelete: 'Cascade' }, 'required', 'createOnly', { label: 'Price Book ID' }),
    ref('Product2Id', 'Product2', { children: 'PricebookEntries', as: 'Product2', onDelete: 'Restrict' }, 'required', 'createOnly', { label: 'Product ID' }),
    currency('UnitPrice', 18, 2, 'required', { label: 'List Price' }),
    bool('IsActive', { label: 'Active' }),
    bool('UseStandardPrice'),
    text('ProductCode', 255, 'readOnly', { formula: 'Product2.ProductCode' }),
    bool('IsArchived', 'readOnly', { label: 'Archived' }),
    ...audit(),
    deleted(),
    currencyIso(),
  ],
};

export const PRODUCTS: readonly StandardObject[] = [PRODUCT, PRICEBOOK, PRICEBOOK_ENTRY];
