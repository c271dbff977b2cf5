import { Component, type ReactNode } from 'react'
import { ErrorNotice } from './ErrorNotice.tsx'

interface BoundaryProps {
  /** What is shown; another one is tried anew. */
  subject: unknown
  children: ReactNode
}

/** A page that cannot be drawn says so in its own place: the rest of the window stays and everything else can be reached. */
export class Boundary extends Component<BoundaryProps, { fallen: boolean; subject: unknown }> {
  override state = { fallen: false, subject: this.props.subject }

  static getDerivedStateFromError(): { fallen: boolean } {
    return { fallen: true }
  }

  static getDerivedStateFromProps({ subject }: BoundaryProps, state: { subject: unknown }): { fallen: boolean; subject: unknown } | null {
    return subject === state.subject ? null : { fallen: false, subject }
  }

  override render(): ReactNode {
    if (!this.state.fallen) return this.props.children
    return (
      <div className="page">
        <ErrorNotice
          error={{ code: 'internal', details: {} }}
          onRetry={() => {
            this.setState({ fallen: false })
          }}
        />
      </div>
    )
  }
}
