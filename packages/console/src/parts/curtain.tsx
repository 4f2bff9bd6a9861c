/** The sign: a curtain of three cloths on its rod. Decoration. */
export function Mark({ size }: { readonly size: number }) {
  return (
    <svg width={size} height={size} viewBox="0 0 32 32" aria-hidden="true" focusable="false">
      <path fill="#e7b750" d="M2 4h28v3H2z" />
      <path fill="#6790cf" d="M4 7h7.4v20H4zM12.3 7h7.4v17h-7.4zM20.6 7H28v20h-7.4z" />
      <circle cx="16" cy="15" r="4.2" fill="none" stroke="#fff" strokeWidth="1.8" />
    </svg>
  );
}

/** The curtain above the sign-in. Decoration. */
export function Curtain() {
  const cloths = [0, 1, 2, 3, 4, 5];
  return (
    <svg className="curtain" viewBox="0 0 600 100" preserveAspectRatio="none" aria-hidden="true" focusable="false">
      <rect width="600" height="8" fill="#8a6d3b" />
      {cloths.map((i) => (
        <path
          key={i}
          d={`M${i * 100 + 1} 8h98v${i % 2 === 0 ? 80 : 74}q-49 8 -98 0z`}
          fill={i % 2 === 0 ? "#1a3155" : "#23406e"}
        />
      ))}
    </svg>
  );
}
