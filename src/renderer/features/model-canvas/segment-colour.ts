/** Segments that share a colour of the tokens: one meaning, one hue, everywhere. */
const COLOURS: Readonly<Record<string, readonly string[]>> = {
  all: ['s_all', 's_prospects', 's_partner', 's_multichannel'],
  champ: ['s_champions', 's_ssc', 's_promoters', 's_won_back'],
  loyal: ['s_loyal', 's_mvc', 's_active', 's_single_category'],
  pot: ['s_potential_loyalist', 's_mgc', 's_target_prospects'],
  new: ['s_new_rfm', 's_new', 's_one_time', 's_single_channel'],
  prom: ['s_promising', 's_duplicates', 's_price_sensitive'],
  attn: ['s_need_attention', 's_incomplete', 's_no_owner'],
  sleep: ['s_about_to_sleep', 's_no_consent', 's_winback', 's_late'],
  risk: ['s_at_risk', 's_cooling', 's_bz', 's_complained', 's_competitor_exposed'],
  cant: ['s_cant_lose', 's_detractors', 's_lost', 's_open_complaint'],
  hib: ['s_hibernating', 's_lapsed', 's_untagged']
}
const BY_SEGMENT = new Map(Object.entries(COLOURS).flatMap(([colour, ids]) => ids.map((id) => [id, colour] as const)))

/** The fixed colour of a segment as a CSS value; a person's own segments take the neutral one. */
export function colourOfSegment(segmentId: string): string {
  return `var(--seg-${BY_SEGMENT.get(segmentId) ?? 'all'})`
}
