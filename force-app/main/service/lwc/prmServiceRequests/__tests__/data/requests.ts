import type { DeskDetail, Message, RequestDetail, RequestPage, ServiceRequest } from 'c/prmServiceRequests';

export const request = (own: Partial<ServiceRequest> = {}): ServiceRequest => ({
  id: '500000000000001AAA',
  caseNumber: '00000001',
  subject: 'Pump does not start',
  category: 'Product Fault',
  severity: 'Standstill',
  severityLabel: 'Standstill',
  status: 'New',
  closed: false,
  waitingOn: 'Us',
  openedAt: '2026-03-02T12:00:00.000Z',
  dueAt: '2026-03-02T14:00:00.000Z',
  dueIsAnswer: true,
  lastMessageAt: '2026-03-02T12:00:00.000Z',
  customer: 'Waterworks',
  serial: 'P-200-17',
  escalation: 0,
  mark: null,
  ...own,
});

export const message = (own: Partial<Message> = {}): Message => ({
  id: '00a000000000001AAA',
  body: 'Which voltage?',
  author: 'Charlotte Mercier',
  ours: true,
  writtenAt: '2026-03-02T13:00:00.000Z',
  ...own,
});

export const detail = (own: Partial<ServiceRequest> = {}, messages: readonly Message[] = [message()]): RequestDetail => ({
  request: request(own),
  description: 'It hums and stops.',
  customerContact: 'Ada',
  productName: 'Pump P-200',
  messages,
});

export const deskDetail = (own: Partial<ServiceRequest> = {}, notes: DeskDetail['notes'] = []): DeskDetail => ({ shared: detail(own), notes });

export const pageOf = (items: readonly ServiceRequest[], total = items.length): RequestPage => ({ items, total, pageNumber: 1, pageSize: 25 });
