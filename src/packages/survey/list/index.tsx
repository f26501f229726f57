import type { SurveyView } from '@domain/survey/contract'
import { cloud } from '@/cloud/client'
import { usePages, type Paged } from '@/cloud/pages'
import { useKnownSession } from '@/cloud/session'
import { useTexts } from '@/i18n/texts'
import { Button, Empty, More, Page, Section, States } from '@/ui'
import { go } from '@/ui/platform'
import { SurveyCard } from '../lib/survey-card'
import { texts } from '../texts'

/** What can still be answered, the first to end first; below it what is over, with its result. */
export default function ListPage() {
  const x = useTexts(texts)
  const roles = useKnownSession().data?.roles ?? []
  const desk = roles.includes('butler') || roles.includes('manager')
  const open = usePages<SurveyView>(cursor =>
    cloud.survey.list({ when: 'open', ...(cursor ? { cursor } : {}) }),
  )
  const over = usePages<SurveyView>(cursor =>
    cloud.survey.list({ when: 'over', ...(cursor ? { cursor } : {}) }),
  )
  return (
    <Page
      title={x('listTitle')}
      id="page-surveys"
      foot={
        desk ? (
          <Button
            id="make-survey"
            icon="plus"
            text={x('make')}
            onTap={() => go('packages/survey/edit/index')}
          />
        ) : undefined
      }
    >
      <Cards
        of={open}
        title={x('openOnes')}
        empty={<Empty icon="ballot" title={x('empty')} hint={x(desk ? 'emptyDesk' : 'emptyHint')} />}
      />
      {open.failure?.code === 'NOT_BOUND' ? null : <Cards of={over} title={x('overOnes')} />}
    </Page>
  )
}

function Cards({ of, title, empty }: { of: Paged<SurveyView>; title: string; empty?: JSX.Element }) {
  return (
    <States of={of} cards={1}>
      {({ items }) =>
        items.length === 0 && !of.more ? (
          (empty ?? null)
        ) : (
          <Section title={title}>
            {items.map(survey => (
              <SurveyCard key={survey.id} survey={survey} />
            ))}
            <More of={of} />
          </Section>
        )
      }
    </States>
  )
}
