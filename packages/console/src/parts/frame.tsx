import { Badge, Button, Menu, Text } from "@mantine/core";
import { Link, useLocation } from "@tanstack/react-router";
import type { ReactNode } from "react";
import { useSession, useSignOut, useTime } from "../api/queries.ts";
import { common, environmentWords, roleWords } from "../words/common.ts";
import { useWords } from "../words/language.tsx";
import { Mark } from "./curtain.tsx";
import { LanguageSwitch } from "./language-switch.tsx";

/** What stands around every page: the shop, where one can go, and who is signed in. */
export function Frame({ children }: { readonly children: ReactNode }) {
  const { t } = useWords();
  const { merchant } = useSession();
  const live = merchant.environment === "Live";
  return (
    <>
      <a className="skip" href="#main">
        {t(common.skip)}
      </a>
      <header className="frame-head">
        <div className="frame-bar">
          <Link to="/" search={{}} className="frame-brand" aria-label={t(common.product)}>
            <Mark size={28} />
            <span>Noren</span>
          </Link>
          <span className="frame-shop">{merchant.name}</span>
          <Badge
            color={live ? "red.9" : "#e7b750"}
            c={live ? "white" : "#3b2a00"}
            variant="filled"
            tt="none"
            radius="sm"
            style={{ flex: "none" }}
          >
            {t(environmentWords[merchant.environment])}
          </Badge>
          <Person />
        </div>
        <Navigation />
      </header>
      <main id="main" className="frame-main" tabIndex={-1}>
        {children}
      </main>
      <Foot />
    </>
  );
}

function Navigation() {
  const { t } = useWords();
  const { pathname } = useLocation();
  const movable = useTime().data?.movable ?? false;
  const current = (here: boolean) => (here ? { "aria-current": "page" as const } : {});
  return (
    <nav className="frame-nav" aria-label={t(common.menu)}>
      <Link to="/" search={{}} {...current(pathname === "/" || pathname.startsWith("/orders"))}>
        {t(common.orders)}
      </Link>
      <Link to="/notices" {...current(pathname === "/notices")}>
        {t(common.notices)}
      </Link>
      {movable ? (
        <Link to="/time" {...current(pathname === "/time")}>
          {t(common.time)}
        </Link>
      ) : null}
    </nav>
  );
}

function Person() {
  const { t } = useWords();
  const { user } = useSession();
  const signOut = useSignOut();
  return (
    <Menu position="bottom-end" width={240} withinPortal={false}>
      <Menu.Target>
        <Button variant="subtle" c="white" size="compact-md" px={8} style={{ flex: "none" }}>
          {user.name}
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Label>
          <Text size="sm" c="dark">
            {t(roleWords[user.role] ?? { ja: user.role, en: user.role })}
          </Text>
          <Text size="xs" c="gray.7">
            {user.email}
          </Text>
        </Menu.Label>
        <Menu.Divider />
        <Menu.Item onClick={() => signOut.mutate()}>{t(common.signOut)}</Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}

/** At the foot of every page, the sign-in too. */
export function Foot() {
  return (
    <footer style={{ display: "flex", justifyContent: "center", padding: "0 16px 32px" }}>
      <LanguageSwitch />
    </footer>
  );
}
