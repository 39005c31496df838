import answerDue from '@salesforce/label/c.PRM_UI_REQUEST_Answer_Due';
import escalated from '@salesforce/label/c.PRM_UI_REQUEST_Escalated';
import noPromise from '@salesforce/label/c.PRM_UI_REQUEST_No_Promise';
import solutionDue from '@salesforce/label/c.PRM_UI_REQUEST_Solution_Due';
import us from '@salesforce/label/c.PRM_UI_REQUEST_Us';
import waitsForPartner from '@salesforce/label/c.PRM_UI_REQUEST_Waits_For_Partner';
import waitsForYou from '@salesforce/label/c.PRM_UI_REQUEST_Waits_For_You';
import type { Option } from 'c/prmUiField';
import type { Flag, Row } from 'c/prmUiList';
import type { Page } from 'c/prmUiPaging';
import type { Tone } from 'c/prmUiState';
import { joined } from 'c/prmUiText';

/** `PrmRequestView`. */
export interface ServiceRequest {
  readonly id: string;
  readonly caseNumber: string;
  readonly subject: string;
  readonly category?: string | null;
  readonly severity?: string | null;
  readonly severityLabel?: string | null;
  readonly status: string;
  readonly closed: boolean;
  readonly waitingOn?: string | null;
  readonly openedAt: string;
  readonly dueAt?: string | null;
  readonly dueIsAnswer?: boolean;
  readonly lastMessageAt?: string | null;
  readonly customer?: string | null;
  readonly serial?: string | null;
  readonly escalation: number;
  readonly mark?: number | null;
  readonly partnerName?: string | null;
  readonly agentName?: string | null;
}

export type RequestPage = Page<ServiceRequest>;

/** `PrmRequestConversation.Message`. */
export interface Message {
  readonly id: string;
  readonly body: string;
  readonly author: string;
  readonly ours: boolean;
  readonly writtenAt: string;
}

export interface RequestDetail {
  readonly request: ServiceRequest;
  readonly description?: string | null;
  readonly customerContact?: string | null;
  readonly productName?: string | null;
  readonly messages: readonly Message[];
}

/** `PrmHelpDeskController.Note`. */
export interface InternalNote {
  readonly id: string;
  readonly body: string;
  readonly author: string;
  readonly writtenAt: string;
}

/** `PrmHelpDeskController.Detail`. */
export interface DeskDetail {
  readonly shared: RequestDetail;
  readonly notes: readonly InternalNote[];
}

/** `PrmRequestsController.Choices`. */
export interface RequestChoices {
  readonly categories: readonly Option[];
  readonly severities: readonly Option[];
}

/** Which side reads: the same turn is "you" for one and "the partner" for the other. */
export type Side = 'partner' | 'desk';

/** Tells the lists of a page that a request changed. */
export const REQUESTS_CHANGED = 'requests';

const SEVERITY_TONES: Readonly<Record<string, Tone>> = { Standstill: 'error', Impaired: 'warning' };

/** Whose turn it is, in words of the side that reads; the status once it is closed. */
export function turnOf(request: ServiceRequest, side: Side): Flag {
  if (request.closed) return { label: request.status, tone: 'success' };
  if (request.waitingOn !== 'Partner') return { label: us, tone: 'info' };
  return side === 'partner' ? { label: waitsForYou, tone: 'warning' } : { label: waitsForPartner, tone: 'neutral' };
}

/** The severity, coloured by how badly the customer is hit. */
export function severityOf(request: ServiceRequest): Flag {
  return { label: request.severityLabel ?? '', tone: SEVERITY_TONES[request.severity ?? ''] ?? 'neutral' };
}

/** What the due time is for. */
export function promiseOf(request: ServiceRequest): string {
  if (!request.dueAt) return noPromise;
  return request.dueIsAnswer ? answerDue : solutionDue;
}

/** A row of a list of requests. */
export function rowOf(request: ServiceRequest, side: Side): Row {
  const about = side === 'desk' ? [request.partnerName, request.customer] : [request.customer, request.serial];
  return {
    id: request.id,
    secondary: joined(' · ', request.caseNumber, ...about),
    ...(request.escalation > 0 && !request.closed ? { flag: { label: escalated, tone: 'error' as const } } : {}),
    cells: {
      subject: request.subject,
      severity: severityOf(request),
      turn: turnOf(request, side),
      due: request.dueAt ? { dueAt: request.dueAt, startedAt: request.openedAt } : '',
      agent: request.agentName ?? '',
      lastMessageAt: request.lastMessageAt ?? '',
    },
  };
}
