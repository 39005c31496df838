import { createElement } from 'lwc';
import PrmOfferInbox from 'c/prmOfferInbox';
import accept from '@salesforce/apex/PrmOfferInboxController.accept';
import listOffers from '@salesforce/apex/PrmOfferInboxController.listOffers';
import { offer, pageOf } from './data/offers';

jest.mock('@salesforce/apex/PrmOfferInboxController.listOffers', () => ({ default: require('@salesforce/sfdx-lwc-jest').createApexTestWireAdapter(jest.fn()) }), { virtual: true });
jest.mock('@salesforce/apex/PrmOfferInboxController.declineReasons', () => ({ default: require('@salesforce/sfdx-lwc-jest').createApexTestWireAdapter(jest.fn()) }), { virtual: true });
jest.mock('@salesforce/apex/PrmOfferInboxController.accept', () => ({ default: jest.fn() }), { virtual: true });
jest.mock('@salesforce/apex/PrmOfferInboxController.decline', () => ({ default: jest.fn() }), { virtual: true });

it('works', async () => {
  const element = createElement('c-prm-offer-inbox', { is: PrmOfferInbox });
  document.body.appendChild(element);
  (listOffers as any).emit(pageOf([offer()]));
  await Promise.resolve();
  expect(element.shadowRoot.querySelectorAll('c-prm-offer-card').length).toBe(1);
  console.log(element.shadowRoot.querySelector('c-prm-offer-card').shadowRoot.innerHTML, document.body.outerHTML.length);
  await expect(element).toBeAccessible();
});
