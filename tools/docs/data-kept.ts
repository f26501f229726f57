import type { CollectionSpec } from '../../cloudfunctions/schema'
import { defaultSettings } from '../../domain/settings'
import { personalData, retention } from '../../cloudfunctions/_services/registry'
import { schema } from '../../cloudfunctions/schema'

/** Where the table is. */
export const dataKeptPath = 'docs/data-kept.md'

const perCollection = Object.values(retention).flat()
const perPerson = Object.values(personalData).flat()

/**
 * How long the records of a collection are kept.
 * @throws Error when neither its schema nor a manifest says so, or both do
 */
function howLong(name: string, spec: CollectionSpec): string {
  const kept = perCollection.find(({ records }) => records.name === name)
  const bySchema = spec.retentionDays === undefined ? spec.until : `${String(spec.retentionDays)} days`
  if ((kept === undefined) === (bySchema === null))
    throw new Error(`${name}: its schema or one manifest has to say how long it is kept, and not both`)
  return kept ? `${String(kept.days(defaultSettings))} days ${kept.since}` : (bySchema ?? '')
}

/**
 * What an erasure does to a collection that holds data of people.
 * @throws Error when nothing says so, or two places do
 */
function atErasure(name: string, { kept }: CollectionSpec): string {
  const texts = perPerson
    .filter(({ of }) => of.some(records => records.name === name))
    .map(each => each.erased)
  const all = [...texts, ...(kept.erased === undefined ? [] : [`${kept.erased}.`])]
  if (all.length !== 1) throw new Error(`${name}: one place has to say what an erasure does to it`)
  return all[0] ?? ''
}

const row = (...cells: string[]): string => `| ${cells.join(' | ')} |`

/** The document, made of the schemas and manifests of all services. */
export function dataKept(): string {
  const all = Object.entries(schema)
  const personal = all.filter(([, { kept }]) => kept.what !== null)
  const others = all.filter(([, { kept }]) => kept.what === null)
  return [
    '# What is kept of people, why, and how long',
    '',
    'Made of the schemas and manifests of the services by `npx tsx tools/docs/write-data-kept.ts`; a test compares it.',
    'Days are the defaults; an estate can set its own where the row says so. The timer removes what is over, files',
    'before their records. A person gets a copy of their data, as far as they may see it, and erases themselves',
    'under *Me*.',
    '',
    row('records', 'what they hold', 'why', 'how long', 'when a person erases themselves'),
    '|---|---|---|---|---|',
    ...personal.map(([name, spec]) =>
      row(`\`${name}\``, spec.kept.what ?? '', spec.kept.why, howLong(name, spec), atErasure(name, spec)),
    ),
    '',
    '## Nothing of a person',
    '',
    row('records', 'why', 'how long'),
    '|---|---|---|',
    ...others.map(([name, spec]) => row(`\`${name}\``, spec.kept.why, howLong(name, spec))),
    '',
    '## Files',
    '',
    '- A photo or a voice message goes with the person who sent it, unless a record of somebody else names the same',
    '  file. Photos that staff took of their work, and those of notices and events, stay with their records.',
    '- The file of a spreadsheet, exported or imported, goes with its row in `stored_sheets`.',
    '- Pictures of codes stay in storage. They show the code and nothing of a person; a renewed code no longer works.',
    '- A file that was uploaded and never sent with anything is in no record. A function cannot list storage, so such',
    '  a file stays until the office deletes it in the cloud’s console.',
    '',
    '## Who leaves a house',
    '',
    '- A new member sees what was said and reported in the house since they joined: repairs, the conversation with',
    '  the desk, memberships that are over. Staff see all of it.',
    '- A former member sees nothing of the house any more and decides nothing in it. Their copy holds the text of',
    '  their own reports, with the photos and the contact that they gave, and their own steps.',
    '- A report of a public place belongs to the person who reported it first. Those whose report was merged into it',
    '  follow its progress, without names, contact or notes, and decide nothing.',
    '',
  ].join('\n')
}
