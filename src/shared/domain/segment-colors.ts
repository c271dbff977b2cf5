/** The fixed colour of a segment everywhere: the name of a design token (`--seg-champ`). Segments without one of their own are grey. */
const COLORS: Readonly<Record<string, string>> = {
  s_all: 'seg-all',
  s_active: 'seg-loyal',
  s_ssc: 'seg-champ',
  s_mvc: 'seg-loyal',
  s_mgc: 'seg-pot',
  s_bz: 'seg-risk',
  s_champions: 'seg-champ',
  s_loyal: 'seg-loyal',
  s_potential_loyalist: 'seg-pot',
  s_new: 'seg-new',
  s_new_rfm: 'seg-new',
  s_promising: 'seg-prom',
  s_need_attention: 'seg-attn',
  s_about_to_sleep: 'seg-sleep',
  s_at_risk: 'seg-risk',
  s_cooling: 'seg-risk',
  s_cant_lose: 'seg-cant',
  s_hibernating: 'seg-hib',
  s_incomplete: 'seg-attn',
  s_detractors: 'seg-cant',
  s_promoters: 'seg-champ'
}

/** `var(--seg-champ)`. */
export function segmentColor(segmentId: string): string {
  return `var(--${COLORS[segmentId] ?? 'seg-hib'})`
}
