import { kindWords, type LifeCycle, type ObjectKind } from "@noren-pay/protocol/words";
import { useId } from "react";
import { type Language, useWords } from "../../words/language.tsx";
import { order as words } from "../../words/orders.ts";
import { shownState } from "../../words/states.ts";
import { layOut } from "./layout.ts";

interface Props {
  readonly kind: ObjectKind;
  readonly lifeCycle: LifeCycle;
  readonly state: string;
}

/** The life cycle as protocol's table has it, with the state marked and the ways that lead on from it. */
export function LifeCycleDrawing({ kind, lifeCycle, state }: Props) {
  const { language, t } = useWords();
  const id = useId();
  const { width, height, boxes, arrows } = layOut(lifeCycle);
  const name = (each: string) => t(shownState(kind, each).words);
  const ways = arrows.filter(({ from }) => from === state).map(({ to }) => name(to));
  return (
    <svg
      className="cycle"
      viewBox={`0 0 ${width} ${height}`}
      style={{ maxWidth: width }}
      role="img"
      aria-label={description(language, {
        what: `${t(kindWords[kind])}, ${t(words.lifeCycle)}`,
        here: name(state),
        ways,
      })}
    >
      <defs>
        <Tip id={`${id}-tip`} className="tip" />
        <Tip id={`${id}-open`} className="open-tip" />
      </defs>
      {arrows.map(({ from, to, path }) => (
        <path
          key={`${from} ${to}`}
          d={path}
          className={from === state ? "open-way" : undefined}
          markerEnd={`url(#${id}-${from === state ? "open" : "tip"})`}
        />
      ))}
      {boxes.map((box) => (
        <g key={box.state} className={box.state === state ? "here" : undefined}>
          <rect x={box.x} y={box.y} width={box.width} height={box.height} rx="8" />
          <text x={box.x + box.width / 2} y={box.y + box.height / 2}>
            {name(box.state)}
          </text>
        </g>
      ))}
    </svg>
  );
}

function Tip({ id, className }: { readonly id: string; readonly className: string }) {
  return (
    <marker
      id={id}
      viewBox="0 0 8 8"
      refX="7.5"
      refY="4"
      markerWidth="8"
      markerHeight="8"
      markerUnits="userSpaceOnUse"
      orient="auto"
    >
      <path d="M0 0 L8 4 L0 8 z" className={className} />
    </marker>
  );
}

interface Described {
  readonly what: string;
  readonly here: string;
  readonly ways: readonly string[];
}

function description(language: Language, { what, here, ways }: Described): string {
  if (language === "ja")
    return `${what}。現在: ${here}。${ways.length === 0 ? "これ以上変わりません。" : `この後: ${ways.join("、")}。`}`;
  return `${what}. Now: ${here}. ${ways.length === 0 ? "It changes no more." : `It may become: ${ways.join(", ")}.`}`;
}
