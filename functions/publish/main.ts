import { EventBridgeClient } from '@aws-sdk/client-eventbridge'
import { PublishConfig, readConfig } from '../../shared/runtime/config.ts'
import { consoleLogger } from '../../shared/runtime/logger.ts'
import { eventBridgeBus } from '../../shared/store/bus.ts'
import { WIRE_PATIENCE } from '../../shared/store/wire-patience.ts'
import { makeHandler } from './handler.ts'

const config = readConfig(PublishConfig, process.env)

export const handler = makeHandler({
  bus: eventBridgeBus(new EventBridgeClient(WIRE_PATIENCE), config.BUS_NAME),
  origin: { sourceUrn: config.EVENT_SOURCE_URN, archiveBucket: config.ARCHIVE_BUCKET },
  logger: consoleLogger,
})
