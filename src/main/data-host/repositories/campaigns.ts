import type Database from 'better-sqlite3'
import type { RECORD_FIELDS } from '../../../shared/contract/customer-edits.ts'
import { CauceError } from '../../../shared/domain/errors.ts'
import type { z } from 'zod'
import { selectFields } from './field-rules.ts'
import { MEMBER_FIELDS, RECORD_TABLES } from './record-tables.ts'

type CampaignFields = z.infer<typeof RECORD_FIELDS.campaign>
interface Member {
  group: 'T' | 'C'
  sentAt: string | null
  respondedAt: string | null
  convertedOrderId: number | null
}

/** Every campaign, the newest first, with how many were treated and held back. */
export function listCampaigns(db: Database.Database): { id: number; fields: CampaignFields; members: number; controls: number }[] {
  return db
    .prepare<[], CampaignFields & { id: number; members: number; controls: number }>(
      `SELECT id, ${selectFields(RECORD_TABLES.campaign.fields)},
         (SELECT count(*) FROM campaign_members WHERE campaign_id = campaigns.id AND member_group = 'T') AS members,
         (SELECT count(*) FROM campaign_members WHERE campaign_id = campaigns.id AND member_group = 'C') AS controls
       FROM campaigns ORDER BY coalesce(start_date, '') DESC, id DESC`
    )
    .all()
    .map(({ id, members, controls, ...fields }) => ({ id, members, controls, fields }))
}

/** A customer's place in a campaign, or `not-found`. */
export function readMember(db: Database.Database, { campaignId, customerId }: { campaignId: number; customerId: number }): Member {
  const member = db
    .prepare<[number, number], Member>(
      `SELECT ${selectFields(MEMBER_FIELDS)} FROM campaign_members WHERE campaign_id = ? AND customer_id = ?`
    )
    .get(campaignId, customerId)
  if (!member) throw new CauceError('not-found')
  return member
}
