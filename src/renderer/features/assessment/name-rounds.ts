/** What each round is called: the name it was given with its date, or its date; with the time where two would be called the same. */
export function nameRounds(
  rounds: readonly string[],
  given: Readonly<Record<string, string>>,
  date: (isoDate: string) => string,
  time: (isoDateTime: string) => string
): ReadonlyMap<string, string> {
  const names = rounds.map((round) => (given[round] === undefined ? date(round) : `${given[round]} · ${date(round)}`))
  return new Map(
    rounds.map((round, index) => {
      const name = names[index] ?? ''
      const isShared = names.filter((each) => each === name).length > 1
      return [round, isShared ? `${name}, ${time(round)}` : name]
    })
  )
}
