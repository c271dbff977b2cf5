/**
 * Value of a customer at constant retention r, margin m a year and discount d (Gupta & Lehmann): m · r / (1 + d − r), the
 * first margin one year ahead (domain 6.6, fallback A). With `isDueNow` a margin is due today as well: m · (1 + d) / (1 + d − r).
 */
export function valueByRetention(yearlyMargin: number, retention: number, discount: number, isDueNow = false): number {
  return (yearlyMargin * (isDueNow ? 1 + discount : retention)) / (1 + discount - retention)
}
