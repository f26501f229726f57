import type { SurveyView } from '@domain/survey/contract'
import { cloud } from '@/cloud/client'
import { usePages, type Paged } from '@/cloud/use-pages'
import { useKnownSession } from '@/state/session'
import { Button, Empty, Section } from '@/ui'
import { More, Page, States } from '@/widgets'
import { go } from '@/device/navigate'
import { SurveyCard } from '../lib/survey-card'
import { useTexts } from '../texts'

/** Open surveys, the first to end first; below them the past ones with their results. */
export default function ListPage() {
  const t = useTexts()
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
      title={t('listTitle')}
      id="page-surveys"
      foot={
        desk ? (
          <Button
            id="make-survey"
            icon="plus"
            text={t('make')}
            onTap={() => go('packages/survey/edit/index')}
          />
        ) : undefined
      }
    >
      <Cards
        of={open}
        title={t('openOnes')}
        empty={<Empty icon="ballot" title={t('empty')} hint={t(desk ? 'emptyDesk' : 'emptyHint')} />}
      />
      {open.failure?.code === 'NOT_BOUND' ? null : <Cards of={over} title={t('overOnes')} />}
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
