/** What each round is called: its date, with the time where two began on one day. */
export function nameRounds(
  rounds: readonly string[],
  date: (isoDate: string) => string,
  time: (isoDateTime: string) => string
): ReadonlyMap<string, string> {
  const days = rounds.map((round) => date(round))
  return new Map(
    rounds.map((round, index) => {
      const day = days[index] ?? ''
      const isShared = days.filter((each) => each === day).length > 1
      return [round, isShared ? `${day}, ${time(round)}` : day]
    })
  )
}
