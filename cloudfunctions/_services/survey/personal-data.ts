import { mostCopied, type PersonalData } from '../../_kit/personal-data'
import { surveys } from './records'

export const personalData: readonly PersonalData[] = [
  {
    name: 'surveys',
    of: [surveys],
    erased:
      'Votes cast with a name stay under the alias; the choice of an anonymous vote was never stored with the voter.',
    copy: async ({ openid }) =>
      (await surveys.find({ 'ballots.who': openid }, { limit: mostCopied })).map(
        ({ _id, no, title, ballots }) => ({
          _id,
          no,
          title,
          ballots: ballots.filter(({ who }) => who === openid),
        }),
      ),
    async forget({ openid, alias }) {
      for (const survey of await surveys.find({ 'ballots.who': openid }, { limit: mostCopied })) {
        await surveys.change(
          { _id: survey._id, size: survey.size ?? 0 },
          {
            ballots: survey.ballots.map(ballot =>
              ballot.who === openid ? { ...ballot, who: alias, name: '' } : ballot,
            ),
          },
        )
      }
      await surveys.change({ by: openid }, { by: alias })
    },
  },
]
