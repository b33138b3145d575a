import { type INestApplication, RequestMethod, type Type } from '@nestjs/common';
import { METHOD_METADATA, PATH_METADATA } from '@nestjs/common/constants.js';
import { ModulesContainer } from '@nestjs/core';
import { ACCESS, type Access } from '@siyu/platform';

/** One route of the assembled application. */
export interface Route {
  /** `GET` */
  method: string;
  /** As written in the controllers, without the prefix: `/staff/:id` */
  path: string;
  /** `StaffController.get` */
  handler: string;
  /** What it asks of its caller; undefined when it forgot to say. */
  access: Access | undefined;
}

/** Every route of every controller, read from the same metadata as Nest's router. */
export function routesOf(app: INestApplication): Route[] {
  const controllers = [...app.get(ModulesContainer).values()].flatMap((module) =>
    [...module.controllers.values()].map((wrapper) => wrapper.metatype as Type),
  );
  const routes = [...new Set(controllers)].flatMap(routesOfController);
  return routes.sort((one, other) => `${one.path} ${one.method}`.localeCompare(`${other.path} ${other.method}`, 'en'));
}

function routesOfController(controller: Type): Route[] {
  const prototype = controller.prototype as Record<string, object>;
  return Object.getOwnPropertyNames(prototype).flatMap((name) => {
    const handler = name === 'constructor' ? undefined : prototype[name];
    const method = handler && (Reflect.getMetadata(METHOD_METADATA, handler) as RequestMethod | undefined);
    if (!handler || method === undefined) return [];
    const access = (Reflect.getMetadata(ACCESS, handler) ?? Reflect.getMetadata(ACCESS, controller)) as
      Access | undefined;
    return pathsOf(controller).flatMap((base) =>
      pathsOf(handler).map((own) => ({
        method: RequestMethod[method]!,
        path: `/${[base, own]
          .flatMap((part) => part.split('/'))
          .filter(Boolean)
          .join('/')}`,
        handler: `${controller.name}.${name}`,
        access,
      })),
    );
  });
}

function pathsOf(target: object): string[] {
  const path = Reflect.getMetadata(PATH_METADATA, target) as string | string[] | undefined;
  return [path ?? ''].flat();
}

/** Routes that do not say who may call them. */
export function undeclared(routes: Route[]): string[] {
  return routes.filter(({ access }) => !access).map(({ method, path, handler }) => `${method} ${path} (${handler})`);
}

/** What the roles hold and the routes ask for, where the two don't fit. */
export function codeFindings(routes: Route[], granted: Record<string, readonly string[]>): string[] {
  const asked = new Set(routes.flatMap(({ access }) => (access?.kind === 'permission' ? [access.code] : [])));
  const held = new Set(Object.values(granted).flat());
  return [
    ...[...asked]
      .filter((code) => !held.has(code))
      .map((code) => `${code} is asked for by a route and held by no role`),
    ...[...held]
      .filter((code) => !asked.has(code))
      .map((code) => `${code} is held by a role and asked for by no route`),
  ].sort();
}
