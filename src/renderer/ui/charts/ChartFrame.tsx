import { Menu } from '@mantine/core'
import { IconChartDots, IconDownload, IconTable } from '@tabler/icons-react'
import { useState, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { Card } from '../Card.tsx'
import { ChartDrawing } from './ChartDrawing.tsx'
import { writeChartSvg } from './chart-svg.ts'
import { CHART_FILES, useChartSaver, type ChartFile } from './chart-saver.tsx'
import { ChartTable } from './ChartTable.tsx'
import type { Layout } from './scene.ts'
import type { ChartData } from './table.ts'
import './charts.css'

interface ChartFrameProps {
  /** Names the frame for tests and commands. */
  id: string
  title: string
  /** What the chart says, in one sentence. */
  takeaway: string
  /** As of when, over which time, whose: stands under the chart and in every file of it. */
  basis: string
  layout: Layout
  data: ChartData
  /** Who said what is drawn beside the person's own figures: told in the note on the screen, and so needed in a picture that leaves it. */
  credit?: string
  /** What the chart can be asked otherwise: scope, windows, schemes. */
  controls?: ReactNode
  /** Beside the title: the way to the explanation of its figure. */
  explanation?: ReactNode
  /** What must be known to read it, under the drawing. */
  note?: ReactNode
  /** To the right of the drawing, or under it where there is little room. */
  aside?: ReactNode
  className?: string
}

/** The width a chart is laid out for in a file. */
const FILE_WIDTH = 880

/** Every chart's frame: title and takeaway, the drawing or the table of the same data, the files it can be saved as, and its basis. */
export function ChartFrame({
  id,
  title,
  takeaway,
  basis,
  credit,
  layout,
  data,
  controls,
  explanation,
  note,
  aside,
  className = ''
}: ChartFrameProps): ReactNode {
  const { t } = useTranslation()
  const [isTable, setIsTable] = useState(false)
  const saver = useChartSaver()
  const save = (kind: ChartFile): void => {
    saver?.(
      kind === 'csv'
        ? { kind, name: title, data }
        : {
            kind,
            name: title,
            drawing: writeChartSvg(layout(FILE_WIDTH), {
              title,
              takeaway,
              basis: [basis, ...(credit === undefined ? [] : [credit])].join(' · ')
            })
          }
    )
  }
  const Icon = isTable ? IconChartDots : IconTable
  return (
    <Card className={`card-roomy chart-frame ${className}`} data-testid={id}>
      <header>
        <div className="chart-heading">
          <h2>{title}</h2>
          {explanation}
        </div>
        <div className="chart-tools">
          <button
            type="button"
            className="chart-tool"
            aria-pressed={isTable}
            onClick={() => {
              setIsTable(!isTable)
            }}
            data-testid={`${id}-table`}
          >
            <Icon size={15} stroke={1.6} aria-hidden />
            {t(isTable ? 'charts.chart' : 'charts.table')}
          </button>
          {saver && (
            <Menu position="bottom-end" withinPortal shadow="md">
              <Menu.Target>
                <button type="button" className="chart-tool" data-testid={`${id}-export`}>
                  <IconDownload size={15} stroke={1.6} aria-hidden />
                  {t('charts.export')}
                </button>
              </Menu.Target>
              <Menu.Dropdown>
                {CHART_FILES.map((kind) => (
                  <Menu.Item
                    key={kind}
                    onClick={() => {
                      save(kind)
                    }}
                    data-testid={`${id}-${kind}`}
                  >
                    {t(`charts.files.${kind}`)}
                  </Menu.Item>
                ))}
              </Menu.Dropdown>
            </Menu>
          )}
        </div>
      </header>
      <p className="chart-takeaway" data-testid={`${id}-takeaway`}>
        {takeaway}
      </p>
      {controls !== undefined && <div className="chart-controls">{controls}</div>}
      <div className={aside === undefined ? undefined : 'chart-beside'}>
        <div className="chart-body">
          {isTable ? <ChartTable label={title} data={data} /> : <ChartDrawing label={`${title}. ${takeaway}`} layout={layout} />}
        </div>
        {aside !== undefined && <div className="chart-aside">{aside}</div>}
      </div>
      {note !== undefined && <div className="chart-note">{note}</div>}
      <p className="chart-basis" data-testid={`${id}-basis`}>
        {basis}
      </p>
    </Card>
  )
}
