import { describe, expect, test } from 'vitest'
import { isPublicAddress } from '../../../shared/web/public-address.ts'
import { unreachableAddresses } from './loopback-spellings.ts'

describe('public addresses', () => {
  test.each(['93.184.215.14', '8.8.8.8', '1.1.1.1', '223.255.255.1', '2606:4700::6810:84e5', '2a00:1450::1'])(
    '%s is public',
    address => expect(isPublicAddress(address)).toBe(true),
  )

  test.each([...unreachableAddresses, '127.0.0.1', '0.0.0.0', '::', '::1', '::7f00:1'])(
    '%s is not public',
    address => expect(isPublicAddress(address)).toBe(false),
  )

  test.each(['::ffff:93.184.215.14', '64:ff9b::5db8:d70e', '2002:5db8:d70e::1'])(
    '%s is not public although the address it stands for is',
    address => expect(isPublicAddress(address)).toBe(false),
  )

  test.each(['', 'public.example', '127.1', '0x7f000001', '2130706433', ' 8.8.8.8', '[2606:4700::1]'])(
    '"%s" is no address as a resolver writes one',
    address => expect(isPublicAddress(address)).toBe(false),
  )
})
