import { make, makeIcon } from './elements.js'
import { text } from './language.js'
import { titleOf, valuesOf } from './messages.js'
import { descriptionOf, nameOf, openids } from './people.js'

const WIDTH = 375
const HEIGHT = 760
const TOAST_MS = 6000

/** A phone that shows the mini-program of one user; the user can be changed. */
export class Phone {
  constructor(openid) {
    this.frame = make('iframe')
    this.screen = make('div', { className: 'screen' }, this.frame)
    this.chosen = make('select', { onchange: () => this.show(this.chosen.value) })
    for (const each of openids) this.chosen.append(make('option', { value: each }))
    this.reload = make(
      'button',
      { type: 'button', onclick: () => this.show(this.openid) },
      makeIcon('reload'),
    )
    this.alone = make('a', { target: '_blank', rel: 'noopener' }, makeIcon('alone'))
    this.description = make('p', { className: 'description' })
    this.case = make('div', { className: 'case' }, this.screen)
    this.node = make(
      'article',
      { className: 'phone' },
      make('div', { className: 'caption' }, this.chosen, this.reload, this.alone),
      this.description,
      this.case,
    )
    new ResizeObserver(() => this.fit()).observe(this.node)
    this.show(openid)
  }

  /** Shows another user. The frame is new: an address that differs only in its hash would not load again. */
  show(openid) {
    this.openid = openid
    const address = `/m/?as=${encodeURIComponent(openid)}`
    const frame = make('iframe', { src: address })
    this.frame.replaceWith(frame)
    this.frame = frame
    this.alone.href = address
    this.chosen.value = openid
    this.fit()
    this.showTexts()
  }

  fit() {
    const scale = (this.node.clientWidth - 24) / WIDTH
    this.frame.style.transform = `scale(${scale})`
    this.screen.style.height = `${HEIGHT * scale}px`
  }

  /** Writes all texts in the language of the page. */
  showTexts() {
    for (const option of this.chosen.options) option.textContent = nameOf(option.value)
    this.description.textContent = descriptionOf(this.openid)
    this.chosen.ariaLabel = this.frame.title = nameOf(this.openid)
    for (const name of ['reload', 'alone']) this[name].title = this[name].ariaLabel = text(name)
  }

  /** Drops a message onto the screen, as WeChat does. */
  showMessage(message) {
    const toast = make(
      'div',
      { className: 'toast' },
      make('strong', { textContent: titleOf(message) }),
      make('span', { textContent: valuesOf(message) }),
    )
    this.case.querySelector('.toast')?.remove()
    this.case.append(toast)
    setTimeout(() => toast.remove(), TOAST_MS)
  }
}
